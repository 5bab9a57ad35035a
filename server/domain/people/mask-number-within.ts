import { maskNumber } from "@/server/domain/people/mask-number";

/** So many last digits tell one number from another; whatever ends in them is that number in another spelling. */
const tellingDigits = 7;

/** A sender's record as those may read it who have not revealed the number: every spelling of it is masked. */
export function maskNumberWithin(text: string, number: string): string {
  const ending = number.replace(/\D/g, "").slice(-tellingDigits);
  if (ending.length < tellingDigits) return text.replaceAll(number, maskNumber(number));
  return text.replace(/\+?\d{7,}/g, (run) => (run.endsWith(ending) ? maskNumber(run) : run));
}
