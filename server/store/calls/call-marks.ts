import { sql } from "drizzle-orm";
import type { Transaction } from "@/drizzle/database";
import type { CallId } from "@/server/domain/identifiers";

/** Marks calls whose rows were replaced as noted or deleted again, as they are. */
export async function markCalls(tx: Transaction, callIds: readonly CallId[]): Promise<void> {
  await tx.execute(sql`select mark_calls(${sql.param([...callIds])}::uuid[])`);
}
