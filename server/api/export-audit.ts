import type { ApiContext } from "@/server/api/context";
import { type CsvTable, csvStream } from "@/server/api/csv-stream";
import { recordAuditExport } from "@/server/commands/audit/record-audit-export";
import type { AuditFilter, AuditPlace } from "@/server/domain/audit/audit-filter";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { findAuditEntries, type StoredAuditEntry } from "@/server/store/audit";

interface AuditExport extends CsvTable<StoredAuditEntry> {
  readonly filter: AuditFilter;
}

/** The audit trail as CSV, newest first. Refused before the first byte where the viewer may not export it. */
export async function exportAudit(
  { db, viewer, now }: ApiContext,
  { filter, ...table }: AuditExport,
): Promise<Outcome<ReadableStream<Uint8Array>>> {
  if (!viewer) return refuse("not_signed_in");
  const recorded = await recordAuditExport({ db, actor: viewer, now }, { filter });
  if (!recorded.ok) return recorded;
  return done(
    csvStream<StoredAuditEntry, AuditPlace>({
      ...table,
      read: ({ after, limit }) => findAuditEntries(db, { filter, before: after, limit }),
      cursorOf: ({ at, auditEntryId }) => ({ at, auditEntryId }),
      // Of a trail with a part left out nobody could say what is missing.
      rowsMax: Number.POSITIVE_INFINITY,
    }),
  );
}
