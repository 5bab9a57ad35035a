import { z } from "zod";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { failureOf } from "@/server/domain/routing/ask";
import { Ending, enterGroup } from "@/server/domain/routing/enter-group";
import type { AgentOnFloor, ArrivingCall, Floor, WaitingCall } from "@/server/domain/routing/floor";
import { type SettingsByGroup, usualSettings } from "@/server/domain/routing/group-settings";
import { rankAgents } from "@/server/domain/routing/rank-agents";
import { rankCalls } from "@/server/domain/routing/rank-calls";
import { type QueueRule, RuleId, type RuleSet } from "@/server/domain/routing/rule";
import { Situation } from "@/server/domain/routing/situation";
import {
  allocationRulesOf,
  dueExit,
  type Exit,
  type Terms,
  waitSecondsOf,
} from "@/server/domain/routing/standing";
import type { ArrivalTrace, ChoiceTrace, RuleTried, WaitingTrace } from "@/server/domain/routing/trace";

const byRule = { ruleId: RuleId.nullable() };
const [callback, hangUp] = Ending.options;

/** What becomes of a call that arrives: the rule that matched, and the queue it enters or how it ends. */
export const ArrivalOutcome = z.discriminatedUnion("kind", [
  z.strictObject({ ...byRule, kind: z.literal("enter"), skillGroupId: SkillGroupId }),
  callback.extend(byRule),
  hangUp.extend(byRule),
]);
export type ArrivalOutcome = z.infer<typeof ArrivalOutcome>;

/** What becomes of a call that waits. */
export const WaitingOutcome = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("offer"),
    agentId: UserId,
    skillGroupId: SkillGroupId,
    /** How long the agent's telephone rings before the offer lapses. */
    ringTimeoutSeconds: z.int().positive(),
  }),
  z.strictObject({ kind: z.literal("overflow"), skillGroupId: SkillGroupId }),
  callback,
  hangUp,
  z.strictObject({ kind: z.literal("wait") }),
]);
export type WaitingOutcome = z.infer<typeof WaitingOutcome>;

/** An outcome, and what led to it. */
export interface Decision<Outcome, Trace> {
  readonly outcome: Outcome;
  readonly trace: Trace;
}

export type CallDecision = Decision<ArrivalOutcome, ArrivalTrace> | Decision<WaitingOutcome, WaitingTrace>;

/**
 * What becomes of a call now: which queue it enters, or, once it waits, which agent it is offered to. Total
 * and deterministic: for any rule set, call and floor there is one outcome, whatever the order of the lists.
 */
export function decide(
  ruleSet: RuleSet,
  call: ArrivingCall | WaitingCall,
  { floor, now }: { readonly floor: Floor; readonly now: Instant },
): CallDecision {
  return "treatment" in call
    ? decideWaiting(ruleSet, call, { floor, now })
    : decideArrival(ruleSet, call, { floor, now });
}

/**
 * Which queue a call enters that has come out of the IVR. Where no rule matches, which no published rule set
 * allows, it hangs up; where groups send it round in a circle, it stays with the first of them.
 */
export function decideArrival(
  ruleSet: RuleSet,
  { facts }: ArrivingCall,
  { floor, now }: { readonly floor: Floor; readonly now: Instant },
): Decision<ArrivalOutcome, ArrivalTrace> {
  const situation = new Situation({ call: facts, floor, timeZone: ruleSet.timeZone, now });
  const { rule, rules } = firstMatch(ruleSet.queueRules, situation);
  if (rule === null) {
    const outcome = { ruleId: null, kind: "hangUp", message: "" } as const;
    return { outcome, trace: { kind: "arrival", at: now, rules, groups: [] } };
  }
  const { ending, skillGroupId, groups } = enterGroup(ruleSet, situation, rule.treatment);
  const outcome = ending ?? { kind: "enter" as const, skillGroupId };
  return { outcome: { ruleId: rule.ruleId, ...outcome }, trace: { kind: "arrival", at: now, rules, groups } };
}

function firstMatch(
  queueRules: readonly QueueRule[],
  situation: Situation,
): { rule: QueueRule | null; rules: RuleTried[] } {
  const rules: RuleTried[] = [];
  for (const rule of queueRules) {
    const { ruleId } = rule;
    if (!rule.isEnabled) {
      rules.push({ ruleId, result: "disabled" });
      continue;
    }
    const failure = rule.when === null ? null : failureOf(rule.when, situation);
    if (failure === null) {
      rules.push({ ruleId, result: "matched" });
      return { rule, rules };
    }
    rules.push({ ruleId, result: "failed", failure });
  }
  return { rule: null, rules };
}

/** What becomes of a call that waits: its next step, an offer, or more waiting. */
export function decideWaiting(
  ruleSet: RuleSet,
  call: WaitingCall,
  { floor, now }: { readonly floor: Floor; readonly now: Instant },
): Decision<WaitingOutcome, WaitingTrace> {
  const told = { kind: "waiting", at: now, waitSeconds: waitSecondsOf(call, now) } as const;
  const rules = allocationRulesOf(ruleSet.allocationRules);
  const settings = settingsOf(floor);
  const exit = dueExit(call, { rules, settings }, now);
  if (exit !== undefined) {
    const situation = new Situation({ call: call.facts, floor, timeZone: ruleSet.timeZone, now });
    return leave(ruleSet, situation, { exit, told });
  }
  const agents = rankAgents(floor.agents, { call, rules, now });
  const [first] = agents;
  const outcome =
    first === undefined || first.unfit !== null
      ? ({ kind: "wait" } as const)
      : offerTo(first, { rules, settings });
  return { outcome, trace: { ...told, exit: null, groups: [], agents } };
}

/** How the groups of a floor work. */
export function settingsOf({ groups }: Pick<Floor, "groups">): SettingsByGroup {
  return new Map(groups.map(({ settings }) => [settings.skillGroupId, settings]));
}

/** A call leaves its queue for another group's, or for good. */
function leave(
  ruleSet: RuleSet,
  situation: Situation,
  { exit, told }: { readonly exit: Exit; readonly told: Pick<WaitingTrace, "kind" | "at" | "waitSeconds"> },
): Decision<WaitingOutcome, WaitingTrace> {
  const way = exit.because === "step" ? exit.step : exit.fallback;
  if (way.kind !== "overflow") {
    const outcome = way.kind === "hangUp" ? { kind: way.kind, message: way.message } : way;
    return { outcome, trace: { ...told, exit, groups: [], agents: [] } };
  }
  const otherwise = ruleSet.allocationRules.find(({ skillGroupId }) => skillGroupId === way.to)?.otherwise;
  const { ending, skillGroupId, groups } = enterGroup(ruleSet, situation, {
    skillGroupId: way.to,
    otherwise,
  });
  const outcome = ending ?? { kind: "overflow" as const, skillGroupId };
  return { outcome, trace: { ...told, exit, groups, agents: [] } };
}

function offerTo(
  { agentId, skillGroupId }: { readonly agentId: UserId; readonly skillGroupId: SkillGroupId },
  { rules, settings }: Terms,
): WaitingOutcome {
  const ofGroup = settings.get(skillGroupId) ?? usualSettings(skillGroupId);
  const ringTimeoutSeconds = rules.get(skillGroupId)?.ringTimeoutSeconds ?? ofGroup.ringTimeoutSeconds;
  return { kind: "offer", agentId, skillGroupId, ringTimeoutSeconds };
}

/** Which waiting call an agent gets who has become free; null when there is none for them. */
export function decideFor(
  ruleSet: RuleSet,
  agent: AgentOnFloor,
  { floor, now }: { readonly floor: Floor; readonly now: Instant },
): Decision<WaitingCall["callId"] | null, ChoiceTrace> {
  const rules = allocationRulesOf(ruleSet.allocationRules);
  const calls = rankCalls(agent, floor.waiting, { rules, settings: settingsOf(floor), now });
  const [first] = calls;
  const outcome = first === undefined || first.unfit !== null ? null : first.callId;
  return { outcome, trace: { kind: "choice", at: now, agentId: agent.agentId, calls } };
}
