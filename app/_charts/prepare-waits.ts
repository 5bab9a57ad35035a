import type { CallsHref } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import type { Instant } from "@/server/domain/instant";
import { JUDGED_VISITS } from "@/server/domain/metrics/service-level";

/** The visits of which a service level is a share; those that wait are judged at the instant it was read. */
export function judgedHref(records: FigureRecords, asOf: Instant): CallsHref {
  return visitsHref(records, { fates: [...JUDGED_VISITS], asOf });
}

/** All visits but the short abandons, of which the abandonment rate is a share. */
export function longerThanShortHref(records: FigureRecords): CallsHref {
  return visitsHref(records, {
    visitOutcomes: ["answered", "abandoned", "overflowed", "callback", "waiting"],
  });
}

/** Those who wait and have not waited longer than their group's threshold, or those who have. */
export function waitingHref(
  records: FigureRecords,
  asOf: Instant,
  since: "withinTarget" | "pastTarget",
): CallsHref {
  return visitsHref(records, { visitOutcomes: ["waiting"], withinTarget: since === "withinTarget", asOf });
}
