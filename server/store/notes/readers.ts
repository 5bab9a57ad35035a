import { and, asc, ilike, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls, legs, openLegs } from "@/drizzle/schema/calls";
import { users } from "@/drizzle/schema/users";
import type { CallId, UserId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { Role } from "@/server/domain/people/role";

export interface Colleague {
  readonly userId: UserId;
  readonly name: string;
}

const rolesThatReadAll = Role.options.filter((role) => mayDo(role, "calls:readAll"));

/** The person of the row can sign in and may read the call: the same rule as `withinScope`, from the other side. */
function mayReadCall(callId: CallId): SQL | undefined {
  const hasLeg = sql`exists (select from ${legs} where ${legs.callId} = ${callId} and ${legs.agentId} = ${users.userId})`;
  const isHandlingCustomer = sql`exists (select from ${openLegs}
    join ${calls} as handled on handled.call_id = ${openLegs.callId}
    join ${calls} as read on read.call_id = ${callId}
      and (read.customer_number = handled.customer_number or read.customer_ref = handled.customer_ref)
    where ${openLegs.agentId} = ${users.userId})`;
  return and(
    isNull(users.deactivatedAt),
    isNotNull(users.email),
    or(inArray(users.role, rolesThatReadAll), hasLeg, isHandlingCustomer),
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
