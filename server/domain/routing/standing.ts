import { z } from "zod";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { WaitingCall } from "@/server/domain/routing/floor";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import {
  type AllocationRule,
  ExitStep,
  type Proficiency,
  type Step,
  type Treatment,
  WayOut,
} from "@/server/domain/routing/rule";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** What takes a call out of its queue: a step of its treatment, or the longest wait of the group. */
export const Exit = z.discriminatedUnion("because", [
  z.strictObject({ because: z.literal("step"), step: ExitStep }),
  z.strictObject({
    because: z.literal("longestWait"),
    longestWaitSeconds: z.int().positive(),
    fallback: WayOut,
  }),
]);
export type Exit = z.infer<typeof Exit>;

/** A group whose agents may take the call, and how proficient they must be at least. */
export interface Reach {
  readonly skillGroupId: SkillGroupId;
  readonly leastProficiency: Proficiency;
}

/** How far the rules of one version reach into the groups, by group. */
export type AllocationRules = ReadonlyMap<SkillGroupId, AllocationRule>;

/** What a call waits under: the rules of a version, and the settings of the groups. */
export interface Terms {
  readonly rules: AllocationRules;
  readonly settings: SettingsByGroup;
}

/** The rules by their groups, of which each has one; of several the last counts. */
export function allocationRulesOf(rules: readonly AllocationRule[]): AllocationRules {
  return new Map(rules.map((rule) => [rule.skillGroupId, rule]));
}

/** Whole seconds that a call has waited; 0 before it began. */
export function waitSecondsOf({ enteredAt }: Pick<WaitingCall, "enteredAt">, now: Instant): number {
  return Math.max(0, Math.floor((now - enteredAt) / SECOND_MS));
}

function isExit(step: Step): step is ExitStep {
  return step.kind === "overflow" || step.kind === "hangUp";
}

/** The exits of a treatment in the order in which they fall due. */
export function exitsOf({ steps }: Treatment): ExitStep[] {
  return steps.filter(isExit);
}

/**
 * What takes the call out of its queue by now: the next step that does so, or the longest wait of the group,
 * whichever fell due first; the step, when both did at once. Undefined while the call may wait on.
 */
export function dueExit(call: WaitingCall, terms: Terms, now: Instant): Exit | undefined {
  const step = exitsOf(call.treatment)[call.exitsTaken];
  const stepAt =
    step === undefined ? Number.POSITIVE_INFINITY : call.enteredAt + step.afterSeconds * SECOND_MS;
  const wait = longestWaitOf(call, terms);
  const waitAt =
    wait === null ? Number.POSITIVE_INFINITY : call.queuedAt + wait.longestWaitSeconds * SECOND_MS;
  if (step !== undefined && stepAt <= now && stepAt <= waitAt) return { because: "step", step };
  return wait !== null && waitAt <= now ? wait : undefined;
}

/** The group's longest wait and what then becomes of the call; null where it may wait for ever. */
function longestWaitOf(
  { skillGroupId, treatment }: WaitingCall,
  { rules, settings }: Terms,
): Extract<Exit, { because: "longestWait" }> | null {
  const longestWaitSeconds = settings.get(skillGroupId)?.longestWaitSeconds ?? null;
  if (longestWaitSeconds === null) return null;
  const isOwn = skillGroupId === treatment.skillGroupId;
  const fallback = (isOwn ? treatment.otherwise : rules.get(skillGroupId)?.otherwise)?.full;
  if (fallback === undefined || fallback.kind === "waitAnyway") return null;
  return { because: "longestWait", longestWaitSeconds, fallback };
}

/** The priority that a call entered with and what was added to it since, in points. */
export function priorityOf({ treatment, ...call }: WaitingCall, now: Instant): number {
  const wait = waitSecondsOf(call, now);
  let points = treatment.priority;
  for (const step of treatment.steps) {
    if (step.kind === "raisePriority" && step.afterSeconds <= wait) points += step.by;
  }
  return points;
}

/**
 * The points by which waiting calls are compared: priority, plus ageing for every minute waited to the
 * millisecond, plus the weight of the group through which an agent would take it.
 */
export function scoreOf(call: WaitingCall, weight: number, now: Instant): number {
  const waitedMs = Math.max(0, now - call.enteredAt);
  return priorityOf(call, now) + weight + (call.treatment.ageing * waitedMs) / MINUTE_MS;
}

/**
 * The groups whose agents may take the call by now, its own first, then those it was widened to. An agent
 * must be as proficient as the call asks and as the group's ring asks.
 */
export function reachOf(call: WaitingCall, rules: AllocationRules, now: Instant): Reach[] {
  const wait = waitSecondsOf(call, now);
  const groups = [call.skillGroupId];
  let asked = call.treatment.leastProficiency;
  for (const step of call.treatment.steps) {
    if (step.afterSeconds > wait) continue;
    if (step.kind === "lowerProficiency") asked = Math.min(asked, step.to);
    if (step.kind === "widen") groups.push(...step.to);
  }
  const distinct = groups.length === 1 ? groups : [...new Set(groups)];
  return distinct.map((skillGroupId) => ({
    skillGroupId,
    leastProficiency: Math.max(asked, ringOf(rules.get(skillGroupId), wait)),
  }));
}

/** The proficiency that a group asks for after so many seconds: 1 where it has no rings. */
function ringOf(rule: AllocationRule | undefined, waitSeconds: number): Proficiency {
  const rings = rule?.rings ?? [];
  let least: Proficiency | undefined;
  for (const { afterSeconds, leastProficiency } of rings) {
    if (afterSeconds <= waitSeconds) least = Math.min(least ?? leastProficiency, leastProficiency);
  }
  // Before the first ring begins, it is the first that counts: nobody waits for a ring to begin.
  return least ?? rings[0]?.leastProficiency ?? 1;
}

/** The steps that fall due after `from` and not after `until` seconds of waiting, such as announcements. */
export function stepsBetween({ steps }: Treatment, from: number, until: number): Step[] {
  return steps.filter(({ afterSeconds }) => afterSeconds > from && afterSeconds <= until);
}

/**
 * The next instant after `now` at which waiting alone changes what may become of a call: a step falls due, a
 * ring widens, the last agent no longer goes first, the group's longest wait is over. Null when nothing does,
 * so that nothing has to look.
 */
export function next(call: WaitingCall, terms: Terms, now: Instant): Instant | null {
  const groups = [
    call.skillGroupId,
    ...call.treatment.steps.flatMap((step) => (step.kind === "widen" ? step.to : [])),
  ];
  const seconds = groups.flatMap((skillGroupId) => secondsOfChange(terms.rules.get(skillGroupId)));
  for (const { afterSeconds } of call.treatment.steps) seconds.push(afterSeconds);
  const instants = seconds.map((after) => call.enteredAt + after * SECOND_MS);
  const wait = longestWaitOf(call, terms);
  if (wait !== null) instants.push(call.queuedAt + wait.longestWaitSeconds * SECOND_MS);
  const ahead = instants.filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

function secondsOfChange(rule: AllocationRule | undefined): number[] {
  if (rule === undefined) return [];
  const rings = rule.rings.map(({ afterSeconds }) => afterSeconds);
  return rule.lastAgentFirst === null ? rings : [...rings, rule.lastAgentFirst.whileWaitingSeconds];
}
