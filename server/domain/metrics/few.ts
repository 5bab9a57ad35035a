/** Fewer records than this leave a figure to chance: it is printed with the interval that chance allows. */
const FEW_BELOW = 200;

/** Whether a figure of so many records needs its interval beside it. */
export function isFew(count: number): boolean {
  return count < FEW_BELOW;
}
