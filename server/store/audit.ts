import type { Queryable } from "@/drizzle/database";
import { auditEntries } from "@/drizzle/schema/audit";
import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

export interface AuditEntry {
  readonly at: Instant;
  readonly actorId: UserId | null;
  /** What was done, in the past tense: `call.deleted`. */
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly details?: Record<string, unknown>;
}

export async function addAuditEntry(db: Queryable, entry: AuditEntry): Promise<void> {
  await db.insert(auditEntries).values({ ...entry, details: entry.details ?? {} });
}
