import type { ChartInterval } from "@/app/_charts/chart-models";
import { axisLook } from "@/app/_components/charts/chart-area";
import type { Stretch } from "@/app/_components/charts/zoom";

/** The axis of a chart over time, whose rows say the place of their interval as `index`. */
export function intervalAxis(intervals: readonly ChartInterval[]) {
  return {
    ...axisLook,
    dataKey: "index",
    tickFormatter: (index: number) => intervals[index]?.tick ?? "",
    minTickGap: 28,
  } as const;
}

/** From the first to the last of the intervals that are shown, in words. */
export function nameOfStretch(intervals: readonly ChartInterval[]): (stretch: Stretch) => string {
  return ({ first, last }) => `${intervals[first]?.label ?? ""} – ${intervals[last]?.label ?? ""}`;
}
