import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/drizzle/database";
import { users } from "@/drizzle/schema/users";
import type { UserId } from "@/server/domain/identifiers";

type NewUser = typeof users.$inferInsert;
type UserChange = Partial<Omit<NewUser, "userId" | "createdAt">>;

/** E-mail addresses are compared in lower case; `email` must be. */
function hasEmail(email: string) {
  return eq(sql`lower(${users.email})`, email);
}

/** What a sign-in needs to know about whoever has this address. */
export async function findSignIn(db: Queryable, email: string) {
  const [person] = await db
    .select({
      userId: users.userId,
      passwordHash: users.passwordHash,
      passwordExpiresAt: users.passwordExpiresAt,
      deactivatedAt: users.deactivatedAt,
    })
    .from(users)
    .where(hasEmail(email));
  return person;
}

/** The whole row, locked until the transaction ends, for a command that changes it. */
export async function lockUser(tx: Transaction, userId: UserId) {
  const [user] = await tx.select().from(users).where(eq(users.userId, userId)).for("update");
  return user;
}

/** The same by the address with which they sign in. */
export async function lockUserWithEmail(tx: Transaction, email: string) {
  const [user] = await tx.select().from(users).where(hasEmail(email)).for("update");
  return user;
}

/**
 * The admins who can act, locked until the transaction ends: of two commands that would each take
 * away one of the last two, the second waits and then counts anew.
 */
export async function lockActiveAdmins(tx: Transaction): Promise<UserId[]> {
  const admins = await tx
    .select({ userId: users.userId })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.deactivatedAt)))
    .orderBy(asc(users.userId))
    .for("update");
  return admins.map((admin) => admin.userId);
}

export async function isEmailTaken(db: Queryable, email: string, exceptUserId?: UserId): Promise<boolean> {
  const [other] = await db
    .select({ userId: users.userId })
    .from(users)
    .where(and(hasEmail(email), exceptUserId && ne(users.userId, exceptUserId)));
  return other !== undefined;
}

export async function insertUser(db: Queryable, user: NewUser): Promise<void> {
  await db.insert(users).values(user);
}

export async function updateUser(db: Queryable, userId: UserId, change: UserChange): Promise<void> {
  await db.update(users).set(change).where(eq(users.userId, userId));
}

/** Who can be mentioned: everybody active, by name. */
export async function findColleagues(db: Queryable) {
  return await db
    .select({ userId: users.userId, name: users.name })
    .from(users)
    .where(isNull(users.deactivatedAt))
    .orderBy(asc(users.name), asc(users.userId));
}

/** Everybody there is or was, by name. */
export async function listPeople(db: Queryable) {
  return await db
    .select({ userId: users.userId, name: users.name, deactivatedAt: users.deactivatedAt })
    .from(users)
    .orderBy(asc(users.name), asc(users.userId));
}

/** The names of these people, whether or not they still work here. */
export async function findNames(db: Queryable, userIds: readonly UserId[]): Promise<Map<UserId, string>> {
  const people = await db
    .select({ userId: users.userId, name: users.name })
    .from(users)
    .where(inArray(users.userId, [...userIds]));
  return new Map(people.map(({ userId, name }) => [userId, name]));
}

/** What a person chose to see the console in. */
export async function findPreferences(db: Queryable, userId: UserId) {
  const [preferences] = await db
    .select({ locale: users.locale, timeZone: users.timeZone, theme: users.theme })
    .from(users)
    .where(eq(users.userId, userId));
  return preferences;
}
