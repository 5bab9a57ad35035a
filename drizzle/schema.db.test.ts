import { readdirSync, readFileSync } from "node:fs";
import { generateDrizzleJson } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import * as schema from "@/drizzle/schema/index";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const described = generateDrizzleJson({ ...schema }, undefined, ["public"], "snake_case");

/** What the schema was when the last migration was made: `drizzle-kit generate` writes what has changed since. */
function newestSnapshot(): Record<string, unknown> {
  const folder = "drizzle/migrations/meta";
  const [newest] = readdirSync(folder)
    .filter((name) => name.endsWith("_snapshot.json"))
    .sort()
    .reverse();
  return JSON.parse(readFileSync(`${folder}/${newest}`, "utf8"));
}

test("the next generated migration will hold nothing that is migrated already", () => {
  const { id, prevId, ...schemaThen } = newestSnapshot();
  expect({ ...described, id, prevId }).toEqual({ ...schemaThen, id, prevId });
});

const Column = z.object({ name: z.string(), type: z.string(), notNull: z.boolean() });
const Table = z.object({ name: z.string(), columns: z.record(z.string(), Column) });

/** The tables with their columns as the schema describes them, each with its type and whether it may be null. */
const tables = Object.values(z.record(z.string(), Table).parse(described.tables)).map((table) => {
  const columns = Object.values(table.columns).map(({ name, type, notNull }) => [name, fact(type, notNull)]);
  return { name: table.name, columns: Object.fromEntries(columns) };
});

test("every table is looked at", () => {
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["call", "note", "rollup_leg"]));
});

function fact(type: string, isNotNull: boolean): string {
  return `${type.replace("timestamptz(3)", "timestamp(3) with time zone")}${isNotNull ? " not null" : ""}`;
}

async function migratedColumns(table: string): Promise<Record<string, string>> {
  const rows = await db.execute<{ name: string; type: string; not_null: boolean }>(sql`
    select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as not_null
    from pg_attribute where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped`);
  return Object.fromEntries(rows.map(({ name, type, not_null: isNotNull }) => [name, fact(type, isNotNull)]));
}

test.each(tables)("the table $name has the columns that the schema describes", async ({ name, columns }) => {
  expect(await migratedColumns(name)).toEqual(columns);
});
