import { expect, test } from "vitest";
import { maskNumberWithin } from "@/server/domain/people/mask-number-within";

test.each([
  ["Dial|PJSIP/013800005678|30", "Dial|PJSIP/013 •••• 5678|30"],
  ['{"from":"+8613800005678","to":"4008001234"}', '{"from":"+86 138 •••• 5678","to":"4008001234"}'],
  ["call 1711111111.13 of 13800005678", "call 1711111111.13 of 138 •••• 5678"],
  ["008613800005678", "008 •••• 5678"],
  ["138-0000-5678", "138 •••• 5678"],
  ["+86 138 0000 5678", "+86 138 •••• 5678"],
  ["+86-138-0000-5678, twice: 138 00005678", "+86 138 •••• 5678, twice: 138 •••• 5678"],
  ["tel:(138) 0000.5678;ext=9", "tel:138 •••• 5678;ext=9"],
  ["+86 (0)138 0000 5678", "+86 (0)138 •••• 5678"],
  ["by phone (13800005678 or 9)", "by phone (138 •••• 5678 or 9)"],
  ["1 3 8 0 0 0 0 5 6 7 8", "138 •••• 5678"],
  ["138\u20110000\u20115678", "138 •••• 5678"],
  ["rang 30 138-0000-5678 20 times", "rang 30 138 •••• 5678 20 times"],
  ["99 000-5678", "99 •••• 678"],
  ["another number: 138-0000-56789, 139-1111-2222", "another number: 138-0000-56789, 139-1111-2222"],
  ["nothing here", "nothing here"],
])("in %j no spelling of +86 138 0000 5678 can be read", (raw, masked) => {
  expect(maskNumberWithin(raw, "+8613800005678")).toBe(masked);
});

test("a number that was stored with separators is found in every other spelling too", () => {
  expect(maskNumberWithin("+862161234567 or (021) 6123-4567", "021-6123 4567")).toBe(
    "+86 21 •••• 4567 or 021 •••• 4567",
  );
});

test("a number is found in a long record without trying every stretch of digits anew", () => {
  const raw = `${"1".repeat(200_000)} 138-0000-5678`;
  expect(maskNumberWithin(raw, "+8613800005678")).toMatch(/1 138 •••• 5678$/);
});

test("a short number or a name is masked where it stands as it is", () => {
  expect(maskNumberWithin("from 10086 at 1008600", "10086")).not.toContain("10086 ");
  expect(maskNumberWithin("from sip:ann@example.org", "sip:ann@example.org")).toBe("from ••••");
});
