import { done, type Outcome, refuse } from "@/server/domain/refusal";

/** As many final digits as a masked number shows anyway. */
export const suffixDigitsMax = 4;

/** A whole number without its country code is at most a plus and three digits shorter than the stored one. */
const countryCodeLengthMax = 4;
const wholeNumberLengthMin = 7;

/** How a number is looked for: by its last digits, or as a whole, with or without its country code. */
export interface NumberSearch {
  readonly ending: string;
  /** The found number may be longer than `ending` by at most this. */
  readonly surplusMax: number | null;
}

/**
 * Reads what was typed as a number. Who may not see numbers gets no step between four final digits and
 * the whole: with five, six, seven digits a hidden number could be found out digit by digit.
 */
export function readNumberSearch(typed: string, mayReveal: boolean): Outcome<NumberSearch> {
  const digits = typed.replace(/[\s().-]/g, "");
  if (mayReveal || digits.length <= suffixDigitsMax) return done({ ending: digits, surplusMax: null });
  if (digits.replace("+", "").length < wholeNumberLengthMin)
    return refuse("number_search_narrow", { digits: suffixDigitsMax });
  return done({ ending: digits, surplusMax: digits.startsWith("+") ? 0 : countryCodeLengthMax });
}
