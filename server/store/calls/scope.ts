import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls, openLegs } from "@/drizzle/schema/calls";
import type { UserId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";

// The one place that says which calls agents read. It is said of a single row, by what the row holds: a list
// then walks its own index and drops what is out of scope, or joins the indexes over agents, numbers and
// references, and a single call is looked up once.

/** The customers whom an agent is handling right now, as far as they can be told apart. */
export interface HandledCustomers {
  readonly numbers: readonly string[];
  readonly refs: readonly string[];
}

/**
 * Looked up before a list is read: its plan is then made in half the time, and reckons with those there are,
 * mostly none. Undefined where it makes no difference.
 */
export async function handledCustomers(
  db: Queryable,
  scope: CallScope,
): Promise<HandledCustomers | undefined> {
  if (scope.kind === "all") return undefined;
  const open = await db
    .select({ callId: openLegs.callId })
    .from(openLegs)
    .where(eq(openLegs.agentId, scope.userId))
    .prepare("open_legs")
    .execute();
  if (open.length === 0) return { numbers: [], refs: [] };
  const ids = open.map(({ callId }) => callId);
  const handled = await db
    .select({ number: calls.customerNumber, ref: calls.customerRef })
    .from(calls)
    .where(inArray(calls.callId, ids));
  return {
    numbers: handled.flatMap(({ number }) => number ?? []),
    refs: handled.flatMap(({ ref }) => ref ?? []),
  };
}

export function handlesNobody(handled: HandledCustomers | undefined): boolean {
  return handled?.numbers.length === 0 && handled.refs.length === 0;
}

/** Whether a row of `call` lies within `scope`, as a condition; undefined where every row does. */
export function withinScope(scope: CallScope, handled?: HandledCustomers): SQL | undefined {
  if (scope.kind === "all") return undefined;
  if (handled === undefined) return isReadBy(sql`${scope.userId}::uuid`);
  const { numbers, refs } = handled;
  const backwards = numbers.map((number) => [...number].reverse().join(""));
  return or(
    hadPart(scope.userId),
    backwards.length === 0 ? undefined : isReversed(sql`${sql.param(backwards)}::text[]`),
    refs.length === 0 ? undefined : inArray(calls.customerRef, [...refs]),
  );
}

/** The agent's own calls, and all calls of the customers whom the agent is handling right now. */
export function isReadBy(agentId: SQL): SQL {
  const handled = sql`from ${openLegs} join ${calls} as handled on handled.call_id = ${openLegs.callId} where ${openLegs.agentId} = ${agentId}`;
  // As arrays, because they are few and then looked up in the index.
  return sql`(${hasLegOf(agentId)}
    or ${isReversed(sql`array(select reverse(handled.customer_number) ${handled})`)}
    or ${calls.customerRef} = any (array(select handled.customer_ref ${handled})))`;
}

/** Reversed, because that is how numbers are indexed. */
function isReversed(numbers: SQL): SQL {
  return sql`reverse(${calls.customerNumber}) = any (${numbers})`;
}

/** The call had a part for this agent, answered or not. */
export function hadPart(userId: UserId): SQL {
  return hasLegOf(sql`${userId}::uuid`);
}

function hasLegOf(agentId: SQL): SQL {
  return sql`${calls.agentIds} && array[${agentId}]`;
}
