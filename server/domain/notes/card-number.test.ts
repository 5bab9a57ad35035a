import { expect, test } from "vitest";
import { hasCardNumber, maskCardNumbers } from "@/server/domain/notes/card-number";

// The schemes' own published test numbers.
test.each([
  ["4111111111111111", "•••• 1111"],
  ["4111 1111 1111 1111", "•••• 1111"],
  ["card 5555-5555-5555-4444, thanks", "card •••• 4444, thanks"],
  ["378282246310005", "•••• 0005"],
  ["6205500000000000004 of the wife", "•••• 0004 of the wife"],
  ["4111 1111 1111 1111 20 yuan", "•••• 1111 20 yuan"],
  ["room 12 4111111111111111", "room 12 •••• 1111"],
  ["two: 4111111111111111 and 4012888888881881", "two: •••• 1111 and •••• 1881"],
])("the card number in %j is found, and covered but for its last four digits", (text, masked) => {
  expect(hasCardNumber(text)).toBe(true);
  expect(maskCardNumbers(text)).toBe(masked);
  expect(hasCardNumber(masked)).toBe(false);
});

test.each([
  ["4111111111111112"],
  ["call back on +86 138 1234 5678"],
  ["order 20261122000017, ticket 1234567890123456"],
  ["tracking 99990000111122223333"],
  [""],
])("%j holds no card number and stays as it is", (text) => {
  expect(hasCardNumber(text)).toBe(false);
  expect(maskCardNumbers(text)).toBe(text);
});
