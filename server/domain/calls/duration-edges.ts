/**
 * Where the bars of a small histogram of durations begin, in milliseconds: at round durations, closer together
 * where most calls lie. The last bar has no end.
 */
export const durationEdges: readonly number[] = [
  0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 2700, 3600,
].map((seconds) => seconds * 1000);

/** The last bar's number that begins at or before `ms`. */
export function edgeAtOrBefore(ms: number): number {
  return durationEdges.findLastIndex((edge) => edge <= ms);
}

/** The first edge's number that `ms` does not reach beyond; the number of bars where all edges lie before it. */
export function edgeAtOrAfter(ms: number): number {
  const found = durationEdges.findIndex((edge) => edge >= ms);
  return found < 0 ? durationEdges.length : found;
}
