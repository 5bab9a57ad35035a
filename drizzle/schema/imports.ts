import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { ImportId, UserId } from "@/server/domain/identifiers";
import type { ImportStatus } from "@/server/domain/importing/import-status";

export const imports = pgTable(
  "import",
  {
    importId: uuid().$type<ImportId>().primaryKey(),
    format: text().notNull(),
    provider: text().notNull(),
    fileName: text().notNull(),
    fileBytes: bigint({ mode: "number" }).notNull(),
    timeZone: text().notNull(),
    /** Format-specific settings: the column mapping of a CSV file. */
    options: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text().$type<ImportStatus>().notNull(),
    startedBy: uuid()
      .$type<UserId>()
      .references(() => users.userId),
    createdAt: instant().notNull(),
    finishedAt: instant(),
    bytesRead: bigint({ mode: "number" }).notNull(),
    rowsRead: bigint({ mode: "number" }).notNull(),
    cancelRequestedAt: instant(),
    /** Why the file as a whole was refused. */
    refusal: jsonb().$type<Record<string, unknown>>(),
    /** The reconciliation report: counts that add up. */
    report: jsonb().$type<Record<string, unknown>>(),
    /** The worker's lease: who runs it, until when, and the number that fences off a late writer. */
    leaseHolder: text(),
    leaseExpiresAt: instant(),
    fence: integer().notNull(),
    /** How often a worker has taken it and not given it back. */
    attempts: integer().notNull().default(0),
  },
  (table) => [index("import_created_index").on(table.createdAt)],
);

/** Rows that were refused, word for word, so that they can be mended and imported again. */
export const importRefusedRows = pgTable(
  "import_refused_row",
  {
    importId: uuid()
      .$type<ImportId>()
      .notNull()
      .references(() => imports.importId),
    lineNumber: bigint({ mode: "number" }).notNull(),
    reason: text().notNull(),
    line: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.lineNumber] })],
);

/** A CSV column mapping, saved under a name for the next file of the same shape. */
export const importMappings = pgTable("import_mapping", {
  name: text().primaryKey(),
  mapping: jsonb().$type<Record<string, unknown>>().notNull(),
  savedBy: uuid()
    .$type<UserId>()
    .notNull()
    .references(() => users.userId),
  savedAt: instant().notNull(),
});
