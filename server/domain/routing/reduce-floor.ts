import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { groupsNamedBy, reachedFrom } from "@/server/domain/routing/analysis/ways";
import type { Asked } from "@/server/domain/routing/asked";
import { questionsOf } from "@/server/domain/routing/condition";
import { settingsOf } from "@/server/domain/routing/decide";
import { unknownCall } from "@/server/domain/routing/facts";
import type { Floor, GroupOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { localClock } from "@/server/domain/routing/opening-hours";
import type { QueueRule, RuleSet } from "@/server/domain/routing/rule";
import { allocationRulesOf, dueExit } from "@/server/domain/routing/standing";

interface Moment {
  readonly floor: Floor;
  readonly now: Instant;
}

/**
 * As much of a floor as the decision can depend on: on what is left, it has the same outcome and the same
 * trace. Of the customers who wait, nothing is left that an agent's choice does not ask for.
 */
export function reduceFloor(asked: Asked, ruleSet: RuleSet, { floor, now }: Moment): Floor {
  switch (asked.kind) {
    case "arrival":
      return { groups: groupsAmong(floor, groupsAskedBy(ruleSet), now), agents: [], waiting: [] };
    case "waiting":
      return reduceForWaiting(asked.call, ruleSet, { floor, now });
    case "choice": {
      const groups = new Set(floor.waiting.map(({ skillGroupId }) => skillGroupId));
      const waiting = floor.waiting.map((call) => ({ ...call, facts: unknownCall }));
      return { groups: groupsAmong(floor, groups, now), agents: [], waiting };
    }
  }
}

function reduceForWaiting(call: WaitingCall, ruleSet: RuleSet, { floor, now }: Moment): Floor {
  const reached = reachedFrom([call.skillGroupId, ...groupsNamedBy(call.treatment)], ruleSet);
  const groups = groupsAmong(floor, reached, now);
  const terms = { rules: allocationRulesOf(ruleSet.allocationRules), settings: settingsOf(floor) };
  // A call that leaves its queue is for no agent of it.
  if (dueExit(call, terms, now) !== undefined) return { groups, agents: [], waiting: [] };
  const agents = floor.agents.map((agent) => ({
    ...agent,
    memberships: agent.memberships.filter(({ skillGroupId }) => reached.has(skillGroupId)),
  }));
  return { groups, agents, waiting: [] };
}

/** The groups that the rules ask of, and those that they may send an arriving call to. */
function groupsAskedBy(ruleSet: RuleSet): Set<SkillGroupId> {
  const { queueRules } = ruleSet;
  const entered = queueRules.flatMap(({ treatment }) => [...groupsNamedBy(treatment)]);
  return new Set([...queueRules.flatMap(groupsAskedOf), ...reachedFrom(entered, ruleSet)]);
}

function groupsAskedOf({ when }: QueueRule): SkillGroupId[] {
  if (when === null) return [];
  return [...questionsOf(when)].flatMap((question) =>
    "skillGroupId" in question ? [question.skillGroupId] : [],
  );
}

/** Groups that count, with their hours of that day. */
function groupsAmong({ groups }: Floor, counting: ReadonlySet<SkillGroupId>, now: Instant): GroupOnFloor[] {
  return groups
    .filter(({ facts }) => counting.has(facts.skillGroupId))
    .map(({ facts, settings }) => ({ facts, settings: { ...settings, hours: hoursOfDay(settings, now) } }));
}

function hoursOfDay({ hours }: GroupOnFloor["settings"], now: Instant): GroupOnFloor["settings"]["hours"] {
  if (hours === null) return null;
  const { on } = localClock(now, hours.timeZone);
  return { ...hours, specialDays: hours.specialDays.filter((day) => day.on === on) };
}
