import { count, eq, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "@/drizzle/database";
import { calls, legs } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import type { UserId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";
import { hasNameWith, isKeptWith, type ReadCallFilter } from "@/server/store/calls/call-conditions";

/** So many calls are gathered and sorted faster than a list is walked that may hold none of them. */
export const FEW_MAX = 2000;

export type Quantity = "none" | "few" | "many";

// The planner takes what it has never met for common: it would walk through every call for an agent's first day
// or a word that nobody wrote.

/** How many calls had a part for an agent. */
export async function quantityOfOwn(db: Queryable, userId: UserId): Promise<Quantity> {
  return quantityOf(await countOf(db, legs, eq(legs.agentId, userId)).prepare("own_legs").execute());
}

/** How many notes hold the words that are wanted in them; many, where none are. */
export async function quantityNoted(db: Queryable, filter: ReadCallFilter): Promise<Quantity> {
  const note = noteWanted(filter);
  return note === undefined ? "many" : quantityOf(await countOf(db, notes, isKeptWith(note)));
}

/** Whether an agent, words in notes or a name leave few of all calls. */
export async function leavesFew(db: Queryable, scope: CallScope, filter: ReadCallFilter): Promise<boolean> {
  if ((await quantityNoted(db, filter)) !== "many") return true;
  if (scope.kind === "agent" && (await quantityOfOwn(db, scope.userId)) !== "many") return true;
  const name = nameWanted(filter);
  return name !== undefined && quantityOf(await countOf(db, calls, hasNameWith(name))) !== "many";
}

export function nameWanted({ customerName, text, textIn }: ReadCallFilter): string | undefined {
  return textIn === "name" ? text : customerName;
}

export function noteWanted({ noteText, text, textIn }: ReadCallFilter): string | undefined {
  return textIn === "note" ? text : noteText;
}

/** The same filter for calls that are known to have such a note. */
export function withoutNote(filter: ReadCallFilter): ReadCallFilter {
  if (filter.textIn === "note") return { ...filter, text: undefined, textIn: undefined };
  return { ...filter, noteText: undefined };
}

function countOf(db: Queryable, table: PgTable, matches: SQL | undefined) {
  const enough = db
    .select({ one: sql`1`.as("one") })
    .from(table)
    .where(matches)
    .limit(FEW_MAX + 1)
    .as("enough");
  return db.select({ count: count() }).from(enough);
}

function quantityOf([found]: readonly { readonly count: number }[]): Quantity {
  if (!found || found.count === 0) return "none";
  return found.count <= FEW_MAX ? "few" : "many";
}
