import { and, asc, eq, gt, ilike, isNotNull, isNull, max, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { skillGroupMembers, skillGroups } from "@/drizzle/schema/skill-groups";
import { authSessions, users } from "@/drizzle/schema/users";
import type { UserId } from "@/server/domain/identifiers";
import type { PeopleFilter, PeoplePlace } from "@/server/domain/people/people-filter";
import { type PersonState, personState } from "@/server/domain/people/person";
import type { Role } from "@/server/domain/people/role";

export const peoplePageSize = 100;

const inState: Record<PersonState, SQL | undefined> = {
  active: and(isNull(users.deactivatedAt), isNotNull(users.email)),
  record_only: and(isNull(users.deactivatedAt), isNull(users.email)),
  deactivated: isNotNull(users.deactivatedAt),
};

/** Looks for `text` as it is: what LIKE reads as a wildcard is escaped. */
function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

function matches({ search, role }: PeopleFilter): SQL | undefined {
  return and(
    search ? or(ilike(users.name, contains(search)), ilike(users.email, contains(search))) : undefined,
    role ? eq(users.role, role) : undefined,
  );
}

function selectPeople(db: Queryable) {
  const seen = db
    .select({ userId: authSessions.userId, at: max(authSessions.lastSeenAt).as("at") })
    .from(authSessions)
    .groupBy(authSessions.userId)
    .as("seen");
  return db
    .select({
      userId: users.userId,
      name: users.name,
      email: users.email,
      role: users.role,
      createdAt: users.createdAt,
      deactivatedAt: users.deactivatedAt,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      passwordExpiresAt: users.passwordExpiresAt,
      lastSeenAt: seen.at,
    })
    .from(users)
    .leftJoin(seen, eq(seen.userId, users.userId));
}

interface PersonRow {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly createdAt: number;
  readonly deactivatedAt: number | null;
  readonly hasPassword: boolean;
  readonly passwordExpiresAt: number | null;
  readonly lastSeenAt: number | null;
}

function withState(person: PersonRow) {
  return { ...person, state: personState(person) };
}

/** A page of people by name, beginning after `filter.after`. */
export async function findPeople(db: Queryable, filter: PeopleFilter) {
  const found = await selectPeople(db)
    .where(and(matches(filter), filter.state && inState[filter.state], isAfter(filter.after)))
    .orderBy(asc(users.name), asc(users.userId))
    .limit(peoplePageSize);
  return found.map(withState);
}

function isAfter(place: PeoplePlace | undefined): SQL | undefined {
  if (!place) return undefined;
  return or(gt(users.name, place.name), and(eq(users.name, place.name), gt(users.userId, place.userId)));
}

/** How many people match in each state, whichever state is asked for. */
export async function countPeople(db: Queryable, filter: PeopleFilter): Promise<Record<PersonState, number>> {
  const countIn = (state: PersonState) =>
    sql<number>`count(*) filter (where ${inState[state]})`.mapWith(Number);
  const [counted] = await db
    .select({
      active: countIn("active"),
      record_only: countIn("record_only"),
      deactivated: countIn("deactivated"),
    })
    .from(users)
    .where(matches(filter));
  return counted ?? { active: 0, record_only: 0, deactivated: 0 };
}

export async function findPerson(db: Queryable, userId: UserId) {
  const [person] = await selectPeople(db).where(eq(users.userId, userId));
  return person && withState(person);
}

/** The skill groups that a person belongs to, with their proficiency in each, 1 to 5. */
export async function findSkillGroupsOf(db: Queryable, userId: UserId) {
  return await db
    .select({
      skillGroupId: skillGroups.skillGroupId,
      name: skillGroups.name,
      proficiency: skillGroupMembers.proficiency,
    })
    .from(skillGroupMembers)
    .innerJoin(skillGroups, eq(skillGroups.skillGroupId, skillGroupMembers.skillGroupId))
    .where(and(eq(skillGroupMembers.userId, userId), isNull(skillGroups.archivedAt)))
    .orderBy(asc(skillGroups.name));
}
