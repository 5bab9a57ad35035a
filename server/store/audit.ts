import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { auditEntries } from "@/drizzle/schema/audit";
import { users } from "@/drizzle/schema/users";
import type { AuditFilter, AuditPlace } from "@/server/domain/audit/audit-filter";
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

interface AuditStretch {
  readonly filter: AuditFilter;
  /** The entry after which the stretch begins, if not with the newest. */
  readonly before?: AuditPlace | undefined;
  readonly limit: number;
}

/** What was done, newest first. */
export async function findAuditEntries(db: Queryable, stretch: AuditStretch) {
  return await auditEntriesQuery(db, stretch);
}

/** The same as a query, for whoever wants to know how it is answered. */
export function auditEntriesQuery(db: Queryable, { filter, before, limit }: AuditStretch) {
  const { actorId, subject, from, until } = filter;
  return db
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
        from === undefined ? undefined : gte(auditEntries.at, from),
        until === undefined ? undefined : lt(auditEntries.at, until),
        before ? isBefore(before) : undefined,
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.auditEntryId))
    .limit(limit);
}

function isBefore({ at, auditEntryId }: AuditPlace): SQL {
  const place = sql`(${new Date(at).toISOString()}::timestamptz, ${auditEntryId}::bigint)`;
  return sql`(${auditEntries.at}, ${auditEntries.auditEntryId}) < ${place}`;
}

export type StoredAuditEntry = Awaited<ReturnType<typeof findAuditEntries>>[number];
