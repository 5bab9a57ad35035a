import { z } from "zod";
import { Instant } from "@/server/domain/instant";
import { FigureFilter } from "@/server/domain/metrics/cohort";
import { TimeZone } from "@/server/domain/time-zone";

/** So many instants cut a period into as many intervals as a chart can hold. */
const boundariesMax = 1001;

/** Records of a period, looked at with a filter, and where the period is cut into intervals. */
export const Looked = z.object({
  from: Instant,
  until: Instant,
  filter: FigureFilter,
  boundaries: z.array(Instant).min(2).max(boundariesMax).readonly(),
});
export type Looked = z.infer<typeof Looked>;

/** What a dashboard looks at, and what that is set beside. */
export const DashboardInput = Looked.extend({
  now: Instant,
  timeZone: TimeZone,
  compare: Looked.nullable(),
});
