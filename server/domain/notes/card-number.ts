/** Groups of digits as people type them: single blanks or dashes may stand between. */
const digitGroups = /\d+(?:[ -]\d+)*/g;
const digitsMax = 19;

/**
 * Number ranges and lengths of payment cards by scheme (ISO/IEC 7812 issuer ranges): without them one
 * order number in ten would pass for a card, since the check digit alone excludes only nine in ten.
 */
const schemes: readonly { readonly starts: RegExp; readonly lengths: readonly number[] }[] = [
  { starts: /^4/, lengths: [13, 16, 19] },
  { starts: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { starts: /^3[47]/, lengths: [15] },
  { starts: /^(36|38|39|30[0-5])/, lengths: [14, 16] },
  { starts: /^35(2[89]|[3-8])/, lengths: [16] },
  { starts: /^(6011|64[4-9]|65)/, lengths: [16] },
  { starts: /^62/, lengths: [16, 17, 18, 19] },
  { starts: /^220[0-4]/, lengths: [16] },
];

/** The check digit of ISO/IEC 7812-1 annex B (Luhn). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isCardNumber(digits: string): boolean {
  const known = schemes.some(({ starts, lengths }) => starts.test(digits) && lengths.includes(digits.length));
  return known && hasCheckDigit(digits);
}

/** How many of the groups from the first on make up a card number: an amount may stand right behind it. */
function cardGroups(groups: readonly string[]): number {
  let digits = "";
  for (const [index, group] of groups.entries()) {
    digits += group;
    if (digits.length > digitsMax) return 0;
    if (isCardNumber(digits)) return index + 1;
  }
  return 0;
}

/** The text with all but the last four digits of each payment card number covered. */
export function maskCardNumbers(text: string): string {
  return text.replace(digitGroups, (run) => {
    const pieces = run.split(/([ -])/);
    const groups = pieces.filter((_, index) => index % 2 === 0);
    for (let start = 0; start < groups.length; start += 1) {
      const count = cardGroups(groups.slice(start));
      if (count === 0) continue;
      const card = groups.slice(start, start + count).join("");
      const before = pieces.slice(0, start * 2).join("");
      const after = pieces.slice((start + count) * 2 - 1).join("");
      return `${before}•••• ${card.slice(-4)}${maskCardNumbers(after)}`;
    }
    return run;
  });
}

/** Whether the text holds what looks like the number of a payment card, which may never be kept. */
export function hasCardNumber(text: string): boolean {
  return maskCardNumbers(text) !== text;
}
