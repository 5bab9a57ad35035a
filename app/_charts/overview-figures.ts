import type { FigureRecords } from "@/app/_charts/figure-records";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";
import type { CombinedTarget } from "@/server/domain/metrics/service-target";
import type { VisitCounts } from "@/server/domain/metrics/tally";
import type { VisitFigures } from "@/server/domain/metrics/visit-figures";

/** What the overview is told of some records. */
export interface OverviewFigures extends VisitFigures {
  readonly calls: number;
  readonly handleTime: DurationFigure | null;
  readonly answeredLegs: number;
  readonly unfinishedLegs: number;
  readonly intervals: readonly {
    readonly calls: number;
    readonly counts: VisitCounts;
    readonly serviceLevel: Proportion | null;
  }[];
  readonly groups: readonly (VisitFigures & { readonly skillGroupId: SkillGroupId })[];
  /** Those who wait, by group and threshold. */
  readonly waits: readonly {
    readonly skillGroupId: SkillGroupId;
    readonly serviceLevelSeconds: number;
    readonly waiting: number;
    readonly young: number;
  }[];
}

/** Records with their figures. */
export interface OverviewSide {
  readonly records: FigureRecords;
  /** Where its intervals begin and end. */
  readonly boundaries: readonly Instant[];
  readonly figures: OverviewFigures;
}

/** Calls of a number that had called so shortly before: counted when somebody wants to know. */
export interface Repeats {
  readonly withinHours: number;
  readonly own: Proportion | null;
  readonly compared: Proportion | null;
}

export interface Overview {
  readonly own: OverviewSide;
  /** What the figures are set beside. */
  readonly compared: OverviewSide | null;
  readonly target: CombinedTarget | null;
  readonly repeats: Repeats | null;
  readonly now: Instant;
}
