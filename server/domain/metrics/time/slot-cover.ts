import { type CoverSpan, HALF_HOUR_MS, periodCover } from "@/server/domain/metrics/time/period-cover";
import type { OffsetSpan } from "@/server/domain/metrics/time/zone-offsets";

/**
 * The period that the spans of a zone's clocks make up, for sums by half hour of the week: by month where the
 * clocks did not change and are off by half hours, elsewhere by quarters of an hour.
 */
export function slotCover(clocks: readonly OffsetSpan[]): CoverSpan[] {
  return clocks.flatMap(({ from, until, offsetMs }) => {
    if (offsetMs % HALF_HOUR_MS !== 0) return periodCover(from, until, ["quarter"]);
    return periodCover(from, until, ["month", "quarter"]).map((span) =>
      span.grain === "month" ? { ...span, grain: "slotOfMonth" as const } : span,
    );
  });
}
