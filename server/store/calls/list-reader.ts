import type { Queryable } from "@/drizzle/database";
import type { CallScope } from "@/server/domain/people/viewer";
import { type Quantity, quantityOfOwn } from "@/server/store/calls/few-calls";
import { type HandledCustomers, handledCustomers } from "@/server/store/calls/scope";

/** What decides how a reader's lists are read, looked up once for all that a page is put together from. */
export interface ListReader {
  readonly handled: HandledCustomers | undefined;
  /** How many calls are the reader's own; many, where all calls are read. */
  readonly own: Quantity;
}

export async function listReader(db: Queryable, scope: CallScope): Promise<ListReader> {
  if (scope.kind === "all") return { handled: undefined, own: "many" };
  const [handled, own] = await Promise.all([handledCustomers(db, scope), quantityOfOwn(db, scope.userId)]);
  return { handled, own };
}
