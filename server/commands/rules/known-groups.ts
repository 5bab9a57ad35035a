import type { Transaction } from "@/drizzle/database";
import { listGroups } from "@/server/store/routing-knowledge";

/** The ids of all groups that rules may name. */
export async function findKnownGroups(tx: Transaction): Promise<ReadonlySet<string>> {
  return new Set((await listGroups(tx)).map(({ skillGroupId }) => skillGroupId));
}
