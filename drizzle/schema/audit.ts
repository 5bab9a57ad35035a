import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "@/drizzle/schema/columns";
import type { UserId } from "@/server/domain/identifiers";

/** Append-only by trigger: who did what to which thing, written in the transaction that did it. */
export const auditEntries = pgTable(
  "audit_entry",
  {
    auditEntryId: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    /** Null when the system itself acted (a migration, a first admin). */
    actorId: uuid().$type<UserId>(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index("audit_entry_subject_index").on(table.subject, table.subjectId),
    index("audit_entry_page_index").on(table.at, table.auditEntryId),
    index("audit_entry_subject_page_index").on(table.subject, table.at, table.auditEntryId),
    index("audit_entry_actor_page_index").on(table.actorId, table.at, table.auditEntryId),
  ],
);
