import type { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Fact } from "@/server/domain/routing/condition";
import type { Obstacle, RuleId } from "@/server/domain/routing/rule";
import type { Unfit } from "@/server/domain/routing/trace";

type FloorFact =
  | "callersWaiting"
  | "longestWaitSeconds"
  | "agentsFree"
  | "agentsStaffed"
  | "estimatedWaitSeconds";

/** Why a condition did not hold, as a clause. */
export type FailureKey =
  | `failures.${"dialledNumber" | "callerNumber"}.${"notListed" | "listed" | "unknown" | "notStarting" | "starting"}`
  | `failures.${"province" | "customerTier" | "language" | "verification" | "weekday"}.${"notListed" | "listed"}`
  | `failures.lastAgentId.${"notListed" | "listed" | "nobody" | "nobodyListed"}`
  | `failures.keyTrack.${"notStarting" | "starting" | "notContaining" | "containing"}`
  | `failures.hoursSinceLastCall.${"never" | "longer" | "within"}`
  | `failures.timeOfDay.${"outside" | "inside"}`
  | `failures.${"hasOpenWorkOrder" | "isOpen"}.${"yes" | "no"}`
  | `failures.${FloorFact}.${"below" | "atLeast"}`;

type RuleKey = `rules.${"matched" | "failed" | "disabled" | "none"}`;

type EntryKey =
  | `obstacles.${Obstacle}`
  | `groups.${"entered" | "waitAnyway" | "overflow" | "callback" | "hangUp" | "nothingSaid" | "circle"}`;

type ExitKey =
  | `exits.step.${"overflow" | "hangUp"}`
  | `exits.longestWait.${"overflow" | "callback" | "hangUp"}`;

/** What put an eligible agent in its place, as a clause. */
export type StandingKey =
  | `standings.longestIdle.${"known" | "unknown"}`
  | `standings.leastRecentlyOffered.${"known" | "never"}`
  | `standings.fixed.${"listed" | "notListed"}`
  | `standings.${"proficiency" | "fewestCallsToday" | "lowestOccupancy" | "random"}`;

/** Why somebody could not take a call, as a whole sentence. */
export type UnfitKey =
  | `unfit.${"notInGroup" | "belowRing"}`
  | `unfit.notFree.${Extract<Unfit, { reason: "notFree" }>["state"]}`
  | `unfit.notIdle.${Extract<Unfit, { reason: "notIdle" }>["status"]}`;

type AgentKey =
  | `agents.${"waited" | "chosen" | "none" | "placed" | "strangers"}`
  | `ranks.${"askedInVain" | "lastAgent" | "tieIdle" | "tieId"}`;

type CallKey = `calls.${"chosen" | "none" | "placed" | "tie" | "unfit" | "leaving" | "strangers"}`;

/** The sentences that explanations are made of. */
type StatementKey = FailureKey | RuleKey | EntryKey | ExitKey | StandingKey | UnfitKey | AgentKey | CallKey;

/** Whatever may stand in a sentence; what it is called is for the screen to say. */
export type Value =
  | { readonly kind: "rule"; readonly ruleId: RuleId }
  | { readonly kind: "group"; readonly skillGroupId: SkillGroupId }
  | { readonly kind: "agent"; readonly agentId: UserId }
  | { readonly kind: "call"; readonly callId: CallId }
  | { readonly kind: "number"; readonly number: number }
  /** Between 0 and 1. */
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "duration"; readonly ms: number }
  | { readonly kind: "text"; readonly text: string }
  /** One of these, of a fact; the beginnings of numbers are no numbers. */
  | {
      readonly kind: "words";
      readonly of: Fact | "numberStart";
      readonly words: readonly (string | number | null)[];
    }
  | { readonly kind: "clause"; readonly clause: Statement };

/** A sentence: its key among the messages, and what stands in it. */
export interface Statement {
  readonly key: StatementKey;
  readonly values: Readonly<Record<string, Value>>;
}

/** A sentence and those that it unfolds into. */
export interface Explanation extends Statement {
  readonly children: readonly Explanation[];
}

/** Shown by the name that the rule has in its version. */
export const ofRule = (ruleId: RuleId): Value => ({ kind: "rule", ruleId });
/** Shown by the name that the group has today. */
export const ofGroup = (skillGroupId: SkillGroupId): Value => ({ kind: "group", skillGroupId });
/** Shown by the name that the agent has today. */
export const ofAgent = (agentId: UserId): Value => ({ kind: "agent", agentId });
/** Shown as a link to the record of the call. */
export const ofCall = (callId: CallId): Value => ({ kind: "call", callId });
/** Shown as the language writes numbers; it has no unit. */
export const ofNumber = (number: number): Value => ({ kind: "number", number });
/** Shown as it is, in whichever language. */
export const ofText = (text: string): Value => ({ kind: "text", text });
/** Shown as a length of time. */
export const ofSeconds = (seconds: number): Value => ({ kind: "duration", ms: seconds * 1000 });
/** A sentence within another. */
export const ofClause = (clause: Statement): Value => ({ kind: "clause", clause });

/** A sentence that unfolds into nothing. */
export function plain(key: StatementKey, values: Statement["values"]): Explanation {
  return { key, values, children: [] };
}
