import { eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls, legs } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import type { CallScope } from "@/server/domain/people/viewer";
import { hasNameWith, isKeptWith, type ReadCallFilter } from "@/server/store/calls/call-conditions";

/** So many calls are gathered and sorted faster than a list is walked that may hold none of them. */
const fewMax = 5000;

/**
 * Whether an agent, a name or a word in notes leaves few calls of all. The planner takes what it has never met for
 * common: it would walk through every call for an agent's first day or a name that nobody has.
 */
export async function leavesFew(db: Queryable, scope: CallScope, filter: ReadCallFilter): Promise<boolean> {
  const { customerName, noteText, text, textIn } = filter;
  const [name, note] = [textIn === "name" ? text : customerName, textIn === "note" ? text : noteText];
  const matches = [
    scope.kind === "agent" && sql`${legs} where ${eq(legs.agentId, scope.userId)}`,
    name !== undefined && sql`${calls} where ${hasNameWith(name)}`,
    note !== undefined && sql`${notes} where ${isKeptWith(note)}`,
  ];
  for (const found of matches) if (found && (await isFew(db, found))) return true;
  return false;
}

async function isFew(db: Queryable, matches: SQL): Promise<boolean> {
  const [found] = await db.execute<{ count: string }>(
    sql`select count(*) from (select from ${matches} limit ${fewMax + 1}) as matches`,
  );
  return Number(found?.count ?? 0) <= fewMax;
}
