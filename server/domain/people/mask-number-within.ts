import { maskNumber } from "@/server/domain/people/mask-number";

/** So many last digits tell one number from another; whatever ends in them is that number in another spelling. */
const tellingDigits = 7;

/** What people and machines write between the digits of one number. */
const between = "[\\s().\\-/\\u2010-\\u2015]{0,3}";

/** A sender's record as those may read it who have not revealed the number: every spelling of it is masked. */
export function maskNumberWithin(text: string, number: string): string {
  const digits = number.replace(/\D/g, "");
  if (digits.length < tellingDigits) return text.replaceAll(number, maskNumber(number));
  return text.replace(spellingsOf(digits), (spelling) => maskNumber(spelling.replace(/[^\d+]/g, "")));
}

/**
 * The last digits, grouped in whichever way, with as many of those before them as stand there. Other digits right
 * in front belong to it too: a trunk prefix, an exchange's own.
 */
function spellingsOf(digits: string): RegExp {
  const ending = [...digits.slice(-tellingDigits)].join(between);
  const beginning = [...digits.slice(0, -tellingDigits)].reduce(
    (shorter, digit) => `(?:${shorter}${digit}${between})?`,
    "",
  );
  // A bracket that opens the number and closes within it.
  const bracket = "(?:\\((?=\\+?\\d{1,20}\\)))?";
  return new RegExp(`${bracket}\\+?\\d{0,20}${beginning}${ending}(?!\\d)`, "gu");
}
