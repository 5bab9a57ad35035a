import { randomUUID } from "node:crypto";
import type { Database } from "@/drizzle/database";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Role } from "@/server/domain/people/role";
import type { Viewer } from "@/server/domain/people/viewer";

// Each factory makes something of its own, unique by construction: tests share no rows.

/** An instant far from today, month ends and changes of the clock: 2026-03-10 08:00 UTC. */
export const someInstant = Date.UTC(2026, 2, 10, 8);

type NewUser = typeof users.$inferInsert;
type NewSkillGroup = typeof skillGroups.$inferInsert;

/** A person who may sign in once a password is set. */
export async function createUser(db: Database, overrides: Partial<NewUser> = {}): Promise<NewUser> {
  const userId = UserId.parse(randomUUID());
  const user: NewUser = {
    userId,
    name: `Person ${userId.slice(0, 8)}`,
    email: `${userId}@hotline.test`,
    role: "agent",
    createdAt: someInstant,
    ...overrides,
  };
  await db.insert(users).values(user);
  return user;
}

/** A person with `role`, as procedures and commands know them. */
export async function createViewer(db: Database, role: Role): Promise<Viewer> {
  const { userId, name } = await createUser(db, { role });
  return { userId, name, role };
}

/** A skill group with nobody in it. */
export async function createSkillGroup(
  db: Database,
  overrides: Partial<NewSkillGroup> = {},
): Promise<NewSkillGroup> {
  const skillGroupId = SkillGroupId.parse(randomUUID());
  const group: NewSkillGroup = {
    skillGroupId,
    name: `Group ${skillGroupId.slice(0, 8)}`,
    createdAt: someInstant,
    ...overrides,
  };
  await db.insert(skillGroups).values(group);
  return group;
}
