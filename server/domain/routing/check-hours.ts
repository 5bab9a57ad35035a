import { done, type Outcome, refuse } from "@/server/domain/refusal";
import type { Opening, OpeningHours } from "@/server/domain/routing/opening-hours";

/** Refuses openings of one day that overlap (`hours_overlap`) and a date named twice (`special_day_twice`). */
export function checkHours(hours: OpeningHours): Outcome<OpeningHours> {
  const weekday = hours.week.findIndex(overlap);
  if (weekday >= 0) return refuse("hours_overlap", { day: `weekday${weekday + 1}` });
  const clashing = hours.specialDays.find(({ openings }) => overlap(openings));
  if (clashing) return refuse("hours_overlap", { day: clashing.on });
  const dates = hours.specialDays.map(({ on }) => on);
  const repeated = dates.find((on, index) => dates.indexOf(on) !== index);
  return repeated === undefined ? done(hours) : refuse("special_day_twice", { on: repeated });
}

function overlap(openings: readonly Opening[]): boolean {
  const inOrder = openings.toSorted((a, b) => a.from - b.from);
  return inOrder.some(({ from }, index) => from < (inOrder[index - 1]?.until ?? 0));
}
