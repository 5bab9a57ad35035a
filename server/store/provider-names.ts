import { eq, inArray, sql } from "drizzle-orm";
import type { Database, Queryable } from "@/drizzle/database";
import { skillGroupAliases, skillGroups } from "@/drizzle/schema/skill-groups";
import { agentAliases, users } from "@/drizzle/schema/users";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

export interface NamedAgent {
  readonly name: string;
  readonly userId: UserId;
}

export interface NamedSkillGroup {
  readonly name: string;
  readonly title: string;
  readonly skillGroupId: SkillGroupId;
  readonly serviceLevelSeconds: number;
  readonly shortAbandonSeconds: number;
  readonly createdAt: Instant;
}

/** The agents that a provider's records have named before. */
export async function findNamedAgents(
  db: Queryable,
  provider: string,
): Promise<(NamedAgent & { readonly createdAt: Instant })[]> {
  return await db
    .select({ name: agentAliases.name, userId: agentAliases.userId, createdAt: users.createdAt })
    .from(agentAliases)
    .innerJoin(users, eq(users.userId, agentAliases.userId))
    .where(eq(agentAliases.provider, provider));
}

/** The skill groups that a provider's records have named before. */
export async function findNamedSkillGroups(db: Queryable, provider: string): Promise<NamedSkillGroup[]> {
  return await selectNamedSkillGroups(db).where(eq(skillGroupAliases.provider, provider));
}

function selectNamedSkillGroups(db: Queryable) {
  return db
    .select({
      name: skillGroupAliases.name,
      title: skillGroups.name,
      skillGroupId: skillGroups.skillGroupId,
      serviceLevelSeconds: skillGroups.serviceLevelSeconds,
      shortAbandonSeconds: skillGroups.shortAbandonSeconds,
      createdAt: skillGroups.createdAt,
    })
    .from(skillGroupAliases)
    .innerJoin(skillGroups, eq(skillGroups.skillGroupId, skillGroupAliases.skillGroupId));
}

/** People who can be told by an e-mail address in the records. */
export async function findAgentsByEmail(db: Queryable): Promise<{ userId: UserId; email: string }[]> {
  const rows = await db.select({ userId: users.userId, email: users.email }).from(users);
  return rows.flatMap(({ userId, email }) =>
    email === null ? [] : [{ userId, email: email.toLowerCase() }],
  );
}

/** The groups there are, whoever's records named them. */
export async function findSkillGroupTitles(db: Queryable): Promise<Omit<NamedSkillGroup, "name">[]> {
  return await db
    .select({
      title: skillGroups.name,
      skillGroupId: skillGroups.skillGroupId,
      serviceLevelSeconds: skillGroups.serviceLevelSeconds,
      shortAbandonSeconds: skillGroups.shortAbandonSeconds,
      createdAt: skillGroups.createdAt,
    })
    .from(skillGroups);
}

export interface NewNames {
  readonly provider: string;
  readonly at: Instant;
  readonly agents: readonly (NamedAgent & { readonly title: string; readonly isNew: boolean })[];
  readonly skillGroups: readonly (Pick<NamedSkillGroup, "name" | "title" | "skillGroupId"> & {
    readonly isNew: boolean;
  })[];
}

/** Remembers names; those without anybody behind them become an agent without sign-in, or a new group. */
export async function addProviderNames(db: Database, names: NewNames): Promise<void> {
  await db.transaction(async (tx) => {
    await addAgents(tx, names);
    await addSkillGroups(tx, names);
  });
}

async function addAgents(tx: Queryable, { provider, at, agents }: NewNames): Promise<void> {
  if (agents.length === 0) return;
  const people = agents.filter(({ isNew }) => isNew);
  if (people.length > 0) {
    await tx
      .insert(users)
      .values(
        people.map(({ userId, title }) => ({ userId, name: title, role: "agent" as const, createdAt: at })),
      )
      .onConflictDoNothing();
  }
  await tx
    .insert(agentAliases)
    .values(agents.map(({ name, userId }) => ({ provider, name, userId })))
    .onConflictDoNothing();
}

async function addSkillGroups(tx: Queryable, { provider, at, skillGroups: groups }: NewNames): Promise<void> {
  if (groups.length === 0) return;
  const made = groups.filter(({ isNew }) => isNew);
  if (made.length > 0) {
    await tx
      .insert(skillGroups)
      .values(made.map(({ skillGroupId, title }) => ({ skillGroupId, name: title, createdAt: at })))
      .onConflictDoNothing();
  }
  const ids = groups.map(({ skillGroupId }) => skillGroupId);
  const present = await tx
    .select({ skillGroupId: skillGroups.skillGroupId })
    .from(skillGroups)
    .where(inArray(skillGroups.skillGroupId, ids));
  // Another import may have made a group of that name at the same moment: then the alias leads there.
  const there = new Set(present.map(({ skillGroupId }) => skillGroupId));
  for (const { name, title, skillGroupId } of groups) {
    const target = there.has(skillGroupId)
      ? sql`${skillGroupId}::uuid`
      : sql`(select skill_group_id from skill_group where lower(btrim(name)) = lower(btrim(${title})))`;
    await tx.execute(sql`
      insert into skill_group_alias (provider, name, skill_group_id)
      values (${provider}, ${name}, ${target}) on conflict do nothing`);
  }
}
