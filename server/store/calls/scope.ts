import { type SQL, sql } from "drizzle-orm";
import { calls, openLegs } from "@/drizzle/schema/calls";
import type { UserId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";

// The one place that says which calls agents read. It is said of a single row, by what the row holds: a list
// then walks its own index and drops what is out of scope, or joins the indexes over agents, numbers and
// references, and a single call is looked up once.

/** Whether a row of `call` lies within `scope`, as a condition; undefined where every row does. */
export function withinScope(scope: CallScope): SQL | undefined {
  return scope.kind === "all" ? undefined : isReadBy(sql`${scope.userId}::uuid`);
}

/** The agent's own calls, and all calls of the customers whom the agent is handling right now. */
export function isReadBy(agentId: SQL): SQL {
  const handled = sql`from ${openLegs} join ${calls} as handled on handled.call_id = ${openLegs.callId} where ${openLegs.agentId} = ${agentId}`;
  // Reversed, because that is how numbers are indexed; as arrays, because they are few and then looked up in the index.
  return sql`(${hasLegOf(agentId)}
    or reverse(${calls.customerNumber}) = any (array(select reverse(handled.customer_number) ${handled}))
    or ${calls.customerRef} = any (array(select handled.customer_ref ${handled})))`;
}

/** The call had a part for this agent, answered or not. */
export function hadPart(userId: UserId): SQL {
  return hasLegOf(sql`${userId}::uuid`);
}

function hasLegOf(agentId: SQL): SQL {
  return sql`${calls.agentIds} && array[${agentId}]`;
}
