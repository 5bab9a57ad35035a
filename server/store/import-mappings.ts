import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { importMappings } from "@/drizzle/schema/imports";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";

export interface NamedMapping {
  readonly name: string;
  readonly mapping: CsvMapping;
}

export async function findMappings(db: Queryable): Promise<NamedMapping[]> {
  const rows = await db
    .select({ name: importMappings.name, mapping: importMappings.mapping })
    .from(importMappings)
    .orderBy(asc(importMappings.name));
  return rows.map(({ name, mapping }) => ({ name, mapping: CsvMapping.parse(mapping) }));
}

export async function findMapping(db: Queryable, name: string): Promise<CsvMapping | undefined> {
  const [row] = await db.select().from(importMappings).where(eq(importMappings.name, name));
  return row && CsvMapping.parse(row.mapping);
}

/** Keeps the mapping under its name, instead of the one that was there. */
export async function putMapping(
  db: Queryable,
  row: Omit<typeof importMappings.$inferInsert, "mapping"> & NamedMapping,
): Promise<void> {
  const { mapping, savedBy, savedAt } = row;
  await db
    .insert(importMappings)
    .values({ ...row, mapping: { ...mapping } })
    .onConflictDoUpdate({ target: importMappings.name, set: { mapping: { ...mapping }, savedBy, savedAt } });
}

export async function removeMapping(db: Queryable, name: string): Promise<void> {
  await db.delete(importMappings).where(eq(importMappings.name, name));
}
