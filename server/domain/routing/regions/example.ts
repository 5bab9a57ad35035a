import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { type CallFacts, emptyGroup, type GroupFacts, unknownCall } from "@/server/domain/routing/facts";
import type { Floor } from "@/server/domain/routing/floor";
import { type SettingsByGroup, usualSettings } from "@/server/domain/routing/group-settings";

/** A call and the floor that it meets, to try a rule set with. */
export interface Example {
  readonly call: CallFacts;
  readonly groups: readonly GroupFacts[];
  readonly at: Instant;
}

/** What a value of a property says of an example. */
export type Telling = (example: Example) => Example;

/** A call of which nothing is known, at an instant. */
export function plainExample(at: Instant): Example {
  return { call: unknownCall, groups: [], at };
}

/** Tells something of the call. */
export function ofCall(part: Partial<CallFacts>): Telling {
  return (example) => ({ ...example, call: { ...example.call, ...part } });
}

/** Tells something of a group. */
export function ofGroup(skillGroupId: SkillGroupId, part: Partial<GroupFacts>): Telling {
  return (example) => {
    const known = example.groups.find((group) => group.skillGroupId === skillGroupId);
    const others = example.groups.filter((group) => group !== known);
    return { ...example, groups: [...others, { ...(known ?? plainGroup(skillGroupId)), ...part }] };
  };
}

/** Tells when it is. */
export function atInstant(at: Instant): Telling {
  return (example) => ({ ...example, at });
}

/** Somebody is there, so that an example shows what its rule does and not what an empty floor does. */
function plainGroup(skillGroupId: SkillGroupId): GroupFacts {
  return { ...emptyGroup(skillGroupId), agentsStaffed: 1 };
}

/** The floor of an example: the groups that it speaks of, and the others as they usually are. */
export function floorOf({ groups }: Pick<Example, "groups">, settings: SettingsByGroup): Floor {
  const told = new Map(groups.map((facts) => [facts.skillGroupId, facts]));
  const skillGroupIds = new Set([...settings.keys(), ...told.keys()]);
  return {
    groups: [...skillGroupIds].map((skillGroupId) => ({
      facts: agreeing(told.get(skillGroupId) ?? plainGroup(skillGroupId)),
      settings: settings.get(skillGroupId) ?? usualSettings(skillGroupId),
    })),
    agents: [],
    waiting: [],
  };
}

/** Each fact stands for itself and those above it: what is told of one may ask for more of another. */
function agreeing(facts: GroupFacts): GroupFacts {
  const { agentsFree, agentsStaffed, callersWaiting, longestWaitSeconds } = facts;
  return {
    ...facts,
    agentsStaffed: Math.max(agentsStaffed, agentsFree),
    callersWaiting: Math.max(callersWaiting, longestWaitSeconds > 0 ? 1 : 0),
  };
}
