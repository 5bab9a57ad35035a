import type { Unit } from "@/server/domain/metrics/cohort";
import type { Facts } from "@/server/domain/metrics/fact";
import type { CountingHistogram } from "@/server/domain/metrics/log-histogram";
import type { TallyOf } from "@/server/domain/metrics/tally";

/** How the records of one unit are counted. */
export interface Tallying<Kind extends Unit> {
  readonly tally: (facts: Iterable<Facts[Kind]>) => TallyOf<Kind>;
  /** One tally plus `times` the other, field by field. */
  readonly combine: (one: TallyOf<Kind>, other: TallyOf<Kind>, times: 1 | -1) => TallyOf<Kind>;
}

/** The counts of a tally that is still being made. */
export type Counting<Tally> = {
  -readonly [Field in keyof Tally]: Tally[Field] extends number ? number : CountingHistogram;
};
