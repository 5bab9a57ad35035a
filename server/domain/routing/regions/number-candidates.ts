const SYMBOLS = [..."0123456789", "+"];

/**
 * Telephone numbers of every kind that lists of beginnings and of whole numbers can tell apart: each of them,
 * each with a digit after it with which none of them goes on, a number that none of them begins, and none.
 */
export function* numberCandidates(mentioned: readonly string[]): Generator<string | null> {
  yield null;
  const beginnings = new Set(
    mentioned.flatMap((number) => [...number].map((_, index) => number.slice(0, index + 1))),
  );
  for (const stem of ["", ...mentioned]) {
    if (stem !== "") yield stem;
    const other = SYMBOLS.find((symbol) => !beginnings.has(stem + symbol));
    if (other !== undefined) yield stem + other;
  }
}
