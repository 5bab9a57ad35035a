import { and, desc, eq, lt } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { auditEntries } from "@/drizzle/schema/audit";
import { users } from "@/drizzle/schema/users";
import type { AuditFilter } from "@/server/domain/audit/audit-filter";
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

export const auditPageSize = 100;

/** A page of what was done, newest first, beginning before `filter.before`. */
export async function findAuditEntries(db: Queryable, { actorId, subject, before }: AuditFilter) {
  return await db
    .select({
      auditEntryId: auditEntries.auditEntryId,
      at: auditEntries.at,
      actorId: auditEntries.actorId,
      actorName: users.name,
      action: auditEntries.action,
      subject: auditEntries.subject,
      subjectId: auditEntries.subjectId,
      details: auditEntries.details,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.userId, auditEntries.actorId))
    .where(
      and(
        actorId ? eq(auditEntries.actorId, actorId) : undefined,
        subject ? eq(auditEntries.subject, subject) : undefined,
        before ? lt(auditEntries.auditEntryId, before) : undefined,
      ),
    )
    .orderBy(desc(auditEntries.auditEntryId))
    .limit(auditPageSize);
}
