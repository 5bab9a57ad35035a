import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskNumber } from "@/server/domain/people/mask-number";

describe("a masked number", () => {
  test.each([
    // number                  masked
    ["+8613812345678", "+86 138 •••• 5678"],
    ["+86 138 1234 5678", "+86 138 •••• 5678"],
    ["+862161234567", "+86 21 •••• 4567"],
    ["+12025550123", "+1 20 •••• 0123"],
    ["+97235551234", "+972 •••• 1234"],
    ["+4930123456789", "+49 301 •••• 6789"],
    ["13812345678", "138 •••• 5678"],
    ["(021) 6123-4567", "021 •••• 4567"],
    ["4008123456", "40 •••• 3456"],
    ["61234567", "•••• 4567"],
    ["95588", "•••• 8"],
    ["110", "••••"],
    ["+86", "+86 ••••"],
    ["sip:zhang.wei@example.com", "••••"],
    ["anonymous", "••••"],
    ["", "••••"],
  ])("%s reads %s", (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  const digits = (max: number) => fc.stringMatching(/^\d+$/, { maxLength: max });

  test("shows at most seven digits beside the country code and hides at least four", () => {
    fc.assert(
      fc.property(digits(20), (number) => {
        const shown = maskNumber(number).replace(/\D/g, "").length;
        expect(shown).toBeLessThanOrEqual(7);
        expect(shown).toBeLessThanOrEqual(Math.max(0, number.length - 4));
      }),
      { seed: 400 },
    );
  });

  test("shows at most three digits of a country code in front of them", () => {
    fc.assert(
      fc.property(digits(18), (number) => {
        const [code, ...rest] = maskNumber(`+${number}`).split(" ");
        expect(code?.replace(/\D/g, "").length).toBeLessThanOrEqual(3);
        expect(rest.join("").replace(/\D/g, "").length).toBeLessThanOrEqual(7);
      }),
      { seed: 400 },
    );
  });

  test("does not tell apart two numbers that differ only in hidden digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (middle) => {
        const number = `+86138${String(middle).padStart(4, "0")}5678`;
        expect(maskNumber(number)).toBe("+86 138 •••• 5678");
      }),
      { seed: 400 },
    );
  });

  test("gives nothing away of what is not a phone number", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-z@:]+$/), (text, letters) => {
        expect(maskNumber(text + letters)).toBe("••••");
      }),
      { seed: 400 },
    );
  });
});
