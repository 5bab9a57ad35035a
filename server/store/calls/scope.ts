import { type SQL, sql } from "drizzle-orm";
import { calls, legs, openLegs } from "@/drizzle/schema/calls";
import type { UserId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";

/** Whether a row of `call` lies within `scope`, as a condition; undefined where every row does. */
export function withinScope(scope: CallScope): SQL | undefined {
  return scope.kind === "all" ? undefined : sql`${calls.callId} in (${callsSeenBy(scope.userId)})`;
}

/** The call had a part for this agent, answered or not. */
export function hasLegOf(userId: UserId): SQL {
  return sql`${calls.callId} in (${callsWithLegOf(userId)})`;
}

/** The agent's own calls, and all calls of the customers whom the agent is handling right now. */
function callsSeenBy(userId: UserId): SQL {
  const handled = sql`from ${openLegs} join ${calls} as handled using (call_id) where ${openLegs.agentId} = ${userId}`;
  // Reversed, because that is how numbers are indexed.
  return sql`${callsWithLegOf(userId)}
    union all select call_id from ${calls} where reverse(customer_number) in (select reverse(handled.customer_number) ${handled})
    union all select call_id from ${calls} where customer_ref in (select handled.customer_ref ${handled})`;
}

function callsWithLegOf(userId: UserId): SQL {
  return sql`select ${legs.callId} from ${legs} where ${legs.agentId} = ${userId}`;
}
