import type { PlacedNumber, TranslationContext } from "@/server/importing/record-format";

/** What phone systems and spreadsheets write where there is nobody to name. */
const NOBODY: ReadonlySet<string> = new Set([
  ...["", "-", "0", "anonymous", "blocked", "n/a", "na", "nobody", "none", "null", "private", "restricted"],
  ...["unavailable", "unknown", "<unknown>", "withheld", "匿名", "保密", "无", "未知", "隐藏", "隐藏号码"],
]);

/** Digits and what people put between them; two digits are too few to tell customers apart, and so are zeros. */
const NUMBER = /^\+?(?=(?:\D*\d){3})(?=.*[1-9])[\d\s().\-/]+$/;

/**
 * The customer's number as it may stand for the customer: equal numbers are one customer, whose calls open
 * to whoever served one of them. So a word in the number's place never counts as one.
 */
export function readCustomerNumber(
  written: string,
  lineNumber: number,
  { placeNumber, sink }: TranslationContext,
): PlacedNumber | null {
  if (isNobody(written)) return null;
  const placed = placeNumber(written);
  if (placed.place !== null) return placed;
  const isNumber = NUMBER.test(placed.number);
  sink.warn(isNumber ? "number_unreadable" : "not_a_number", lineNumber);
  return isNumber ? placed : null;
}

/** The sender's own id of the customer, which identifies like the number. */
export function readCustomerRef(written: string): string | null {
  return isNobody(written) ? null : written.slice(0, 100);
}

function isNobody(written: string): boolean {
  return NOBODY.has(written.trim().toLowerCase());
}
