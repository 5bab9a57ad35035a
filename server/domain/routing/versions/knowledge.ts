import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { Known } from "@/server/domain/routing/analysis/matches";
import type { GroupSettings, SettingsByGroup } from "@/server/domain/routing/group-settings";
import type { Proficiency } from "@/server/domain/routing/rule";

/** What is known of the hotline beside its rules: its groups, their agents, and values that calls have had or rules name. */
export interface Knowledge {
  readonly groups: readonly {
    readonly skillGroupId: SkillGroupId;
    readonly name: string;
    readonly settings: GroupSettings;
    readonly isArchived: boolean;
  }[];
  readonly agents: readonly {
    readonly userId: UserId;
    readonly name: string;
    readonly memberships: readonly {
      readonly skillGroupId: SkillGroupId;
      readonly proficiency: Proficiency;
    }[];
  }[];
  readonly values: {
    readonly dialledNumber: readonly string[];
    readonly province: readonly string[];
    readonly customerTier: readonly string[];
    readonly language: readonly string[];
    readonly keyTrack: readonly string[];
  };
}

/** How each group works. */
export function settingsOf({ groups }: Pick<Knowledge, "groups">): SettingsByGroup {
  return new Map(groups.map(({ skillGroupId, settings }) => [skillGroupId, settings]));
}

/** The same as the analysis wants it. A group that was archived has nobody in it. */
export function knownOf(
  knowledge: Knowledge,
  now: Instant,
): Known & { readonly staffed: ReadonlySet<SkillGroupId> } {
  const { groups, agents, values } = knowledge;
  const used = new Set(
    groups.filter(({ isArchived }) => !isArchived).map(({ skillGroupId }) => skillGroupId),
  );
  const members = agents.flatMap(({ memberships }) => memberships.map(({ skillGroupId }) => skillGroupId));
  return {
    now,
    settings: settingsOf(knowledge),
    provinces: values.province,
    customerTiers: values.customerTier,
    languages: values.language,
    agentIds: agents.map(({ userId }) => userId),
    staffed: new Set(members.filter((group) => used.has(group))),
  };
}
