/** Milliseconds as seconds, the unit of what tables export. */
export function secondsOf(ms: number): number {
  return Math.round(ms) / 1000;
}
