import { or, type SQL, sql } from "drizzle-orm";
import { calls, legs, openLegs } from "@/drizzle/schema/calls";
import type { UserId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";

/** Whether a row of `call` lies within `scope`, as a condition; undefined where every row does. */
export function withinScope(scope: CallScope): SQL | undefined {
  return scope.kind === "all" ? undefined : or(hasLegOf(scope.userId), isOfCustomerOf(scope.userId));
}

/** The call had a part for this agent, answered or not. */
export function hasLegOf(userId: UserId): SQL {
  return sql`exists (select from ${legs} where ${legs.callId} = ${calls.callId} and ${legs.agentId} = ${userId})`;
}

/** The call is of a customer whom this agent is handling right now, known by number or by reference. */
function isOfCustomerOf(userId: UserId): SQL | undefined {
  const handled = sql`from ${openLegs} join ${calls} as handled on handled.call_id = ${openLegs.callId} where ${openLegs.agentId} = ${userId}`;
  return or(
    sql`${calls.customerNumber} in (select handled.customer_number ${handled})`,
    sql`${calls.customerRef} in (select handled.customer_ref ${handled})`,
  );
}
