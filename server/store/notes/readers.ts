import { and, asc, ilike, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { users } from "@/drizzle/schema/users";
import type { CallId, UserId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { Role } from "@/server/domain/people/role";
import { isReadBy } from "@/server/store/calls/scope";

export interface Colleague {
  readonly userId: UserId;
  readonly name: string;
}

const rolesThatReadAll = Role.options.filter((role) => mayDo(role, "calls:readAll"));

/** The person of the row can sign in and may read the call. */
function mayReadCall(callId: CallId): SQL | undefined {
  const isInScope = sql`exists (select from ${calls} where ${calls.callId} = ${callId} and ${isReadBy(sql`${users.userId}`)})`;
  return and(
    isNull(users.deactivatedAt),
    isNotNull(users.email),
    or(inArray(users.role, rolesThatReadAll), isInScope),
  );
}

/** Those of `userIds` who can be told about a note on the call. */
export async function findReaders(
  db: Queryable,
  callId: CallId,
  userIds: readonly UserId[],
): Promise<Colleague[]> {
  if (userIds.length === 0) return [];
  return await db
    .select({ userId: users.userId, name: users.name })
    .from(users)
    .where(and(inArray(users.userId, [...userIds]), mayReadCall(callId)));
}

interface ColleagueSearch {
  readonly callId: CallId;
  /** Part of a name; empty finds everybody. */
  readonly name: string;
  readonly except: UserId;
}

const colleaguesMax = 8;

/** Whom a note on the call can speak to; names that begin with the search come first. */
export async function findColleagues(db: Queryable, search: ColleagueSearch): Promise<Colleague[]> {
  const part = search.name.replace(/[\\%_]/g, "\\$&");
  return await db
    .select({ userId: users.userId, name: users.name })
    .from(users)
    .where(and(ilike(users.name, `%${part}%`), ne(users.userId, search.except), mayReadCall(search.callId)))
    .orderBy(sql`${users.name} not ilike ${`${part}%`}`, asc(users.name), asc(users.userId))
    .limit(colleaguesMax);
}
