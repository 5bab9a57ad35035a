const oneDigitCodes = ["1", "7"];
const twoDigitCodes =
  "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".split(
    " ",
  );

const hidden = "••••";
const hiddenDigitsMin = 4;
const firstDigitsMax = 3;
const lastDigitsMax = 4;

/** The country calling code that international `digits` begin with; ITU-T E.164 makes codes prefix-free. */
function callingCodeOf(digits: string): string {
  if (oneDigitCodes.includes(digits.slice(0, 1))) return digits.slice(0, 1);
  if (twoDigitCodes.includes(digits.slice(0, 2))) return digits.slice(0, 2);
  return digits.slice(0, 3);
}

/**
 * A phone number as those may see it who may not see numbers: `+86 138 •••• 5678`. The country code
 * stays, then at most the first three and the last four digits, and at least four digits are hidden
 * whatever the number's length. What is not a phone number (a SIP address, a name) is hidden whole.
 */
export function maskNumber(number: string): string {
  const digits = number.replace(/[\s().-]/g, "");
  if (!/^\+?\d+$/.test(digits)) return hidden;
  if (!digits.startsWith("+")) return maskDigits(digits);
  const code = callingCodeOf(digits.slice(1));
  return `+${code} ${maskDigits(digits.slice(1 + code.length))}`;
}

function maskDigits(digits: string): string {
  const shown = Math.max(0, digits.length - hiddenDigitsMin);
  const last = Math.min(lastDigitsMax, shown);
  const first = Math.min(firstDigitsMax, shown - last);
  return [digits.slice(0, first), hidden, digits.slice(digits.length - last)].filter(Boolean).join(" ");
}
