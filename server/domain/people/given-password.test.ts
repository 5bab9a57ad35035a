import { expect, test } from "vitest";
import { givenPasswordExpiry, isPasswordExpired } from "@/server/domain/people/given-password";

const handedOverAt = Date.UTC(2026, 2, 10, 8);
const sevenDaysLater = Date.UTC(2026, 2, 17, 8);

test.each([
  // looked at            expired
  [handedOverAt, false],
  [sevenDaysLater - 1, false],
  [sevenDaysLater, true],
])("a password that was handed over works for seven days to the millisecond: %d, %s", (at, expired) => {
  expect(isPasswordExpired(givenPasswordExpiry(handedOverAt), at)).toBe(expired);
});

test("a password that its owner chose never expires", () => {
  expect(isPasswordExpired(null, Number.MAX_SAFE_INTEGER)).toBe(false);
});
