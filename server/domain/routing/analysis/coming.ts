import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Diagram } from "@/server/domain/routing/regions/diagrams";
import type { Spans } from "@/server/domain/routing/regions/spans";
import type { Obstacle } from "@/server/domain/routing/rule";

/**
 * How calls come to a group: by the rule that they match, because of an obstacle at another group, or by a
 * step of their treatment that is due after so long.
 */
export type Way =
  | { readonly because: "rule" }
  | { readonly because: Obstacle; readonly from: SkillGroupId }
  | { readonly because: "widen" | "overflow"; readonly afterSeconds: number; readonly step: number };

/** Calls of a rule that come to a group in one way. */
export interface Coming {
  readonly way: Way;
  readonly to: SkillGroupId;
  /** When they come; for a group that they are widened to, when its agents may take them. */
  readonly spans: Spans;
  /** When they arrived, and at which moments and on which floors such calls do. */
  readonly arrivals: Spans;
  readonly region: Diagram;
}
