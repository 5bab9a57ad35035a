import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { skillGroupMembers } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { usualSettings } from "@/server/domain/routing/group-settings";
import type { KnownIds } from "@/server/domain/routing/read-rule-set";
import { Proficiency } from "@/server/domain/routing/rule";
import type { Knowledge } from "@/server/domain/routing/versions/knowledge";
import { readNamedValues } from "@/server/store/named-values";
import { listSkillGroups, readGroupSettings } from "@/server/store/skill-groups";

const VALUES_TOLD = 50;
/** Values are those of the latest calls, so that it takes no longer where there are many. */
const CALLS_LOOKED_AT = 5000;

interface Membership {
  readonly skillGroupId: SkillGroupId;
  readonly proficiency: Proficiency;
}

/** Everything that rules are written against: groups, their agents, and values that calls had or rules name. */
export async function readRoutingKnowledge(db: Queryable): Promise<Knowledge> {
  const [groups, settings, members, values, customerTier, language] = await Promise.all([
    listSkillGroups(db),
    readGroupSettings(db),
    listMembers(db),
    readRecentValues(db),
    readNamedValues(db, "customerTier"),
    readNamedValues(db, "language"),
  ]);
  const settingsOf = new Map(settings.map((group) => [group.skillGroupId, group]));
  return {
    groups: groups.map(({ archivedAt, ...group }) => ({
      ...group,
      isArchived: archivedAt !== null,
      settings: settingsOf.get(group.skillGroupId) ?? usualSettings(group.skillGroupId),
    })),
    agents: agentsOf(members),
    values: { ...values, customerTier, language },
  };
}

/** The groups and people that rules may name, archived and deactivated ones too: old versions speak of them. */
export async function readKnownIds(db: Queryable): Promise<KnownIds> {
  const [groups, people] = await Promise.all([
    listSkillGroups(db),
    db.select({ userId: users.userId }).from(users),
  ]);
  return {
    groups: new Set(groups.map(({ skillGroupId }) => skillGroupId)),
    agents: new Set(people.map(({ userId }) => userId)),
  };
}

function listMembers(db: Queryable) {
  return db
    .select({
      userId: users.userId,
      name: users.name,
      skillGroupId: skillGroupMembers.skillGroupId,
      proficiency: skillGroupMembers.proficiency,
    })
    .from(skillGroupMembers)
    .innerJoin(users, and(eq(users.userId, skillGroupMembers.userId), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name), asc(users.userId), asc(skillGroupMembers.skillGroupId));
}

function agentsOf(members: Awaited<ReturnType<typeof listMembers>>): Knowledge["agents"] {
  const agents = new Map<UserId, { name: string; memberships: Membership[] }>();
  for (const { userId, name, skillGroupId, proficiency } of members) {
    const agent = agents.get(userId) ?? { name, memberships: [] };
    agent.memberships.push({ skillGroupId, proficiency: Proficiency.parse(proficiency) });
    agents.set(userId, agent);
  }
  return [...agents].map(([userId, agent]) => ({ userId, ...agent }));
}

async function readRecentValues(db: Queryable) {
  const [dialledNumber, province, keyTrack] = await Promise.all([
    mostFrequent(db, "lineNumber"),
    mostFrequent(db, "province"),
    mostFrequent(db, "keyTrack"),
  ]);
  return { dialledNumber, province, keyTrack };
}

/** What the latest inbound calls had, the most frequent first. */
async function mostFrequent(
  db: Queryable,
  column: "lineNumber" | "province" | "keyTrack",
): Promise<string[]> {
  const recent = db
    .select({ value: calls[column] })
    .from(calls)
    .where(eq(calls.direction, "inbound"))
    .orderBy(desc(calls.callId))
    .limit(CALLS_LOOKED_AT)
    .as("recent");
  const rows = await db
    .select({ value: recent.value })
    .from(recent)
    .groupBy(recent.value)
    .orderBy(desc(sql`count(*)`), asc(recent.value))
    .limit(VALUES_TOLD);
  return rows.flatMap(({ value }) => (value === null || value === "" ? [] : [value]));
}
