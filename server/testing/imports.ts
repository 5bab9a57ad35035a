import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { sql } from "drizzle-orm";
import type { Database } from "@/drizzle/database";
import { ImportId } from "@/server/domain/identifiers";
import type { ImportFormat } from "@/server/domain/importing/format";
import { performImport } from "@/server/importing/perform-import";
import { addImport, claimImport, type ImportEnd, type ImportRow } from "@/server/store/imports";

export interface FileToImport {
  readonly format: ImportFormat;
  readonly path: string;
  readonly provider?: string;
  readonly timeZone?: string;
  readonly options?: Record<string, unknown>;
}

/** Real records beside the project, where there are any. */
export function sharedFile(path: string): string {
  return join("..", "shared", path);
}

/** An import that waits to be run. */
export async function createImport(db: Database, file: FileToImport): Promise<ImportId> {
  const importId = ImportId.parse(randomUUID());
  const { size } = await stat(file.path);
  await addImport(db, {
    importId,
    format: file.format,
    provider: file.provider ?? "test",
    fileName: basename(file.path),
    fileBytes: size,
    timeZone: file.timeZone ?? "UTC",
    options: file.options ?? {},
    startedBy: null,
    createdAt: Date.now(),
    status: "waiting",
  });
  return importId;
}

/** Takes the import as a worker would. */
export async function claim(db: Database, importId: ImportId, holder = "test"): Promise<ImportRow> {
  const now = Date.now();
  const claimed = await claimImport(db, { holder, now, expiresAt: now + 30_000 }, importId);
  if (claimed === undefined) throw new Error("there is no such import to claim");
  return claimed;
}

/** Imports the file from beginning to end. */
export async function importFile(db: Database, file: FileToImport): Promise<ImportEnd> {
  const claimed = await claim(db, await createImport(db, file));
  return await performImport({ db, homeCountry: "CN", now: Date.now }, claimed, file.path);
}

const firstSecond = 1_795_363_844;

/** A queue_log of `count` abandoned calls whose ids begin with `name`. */
export function queueLogOf(name: string, count: number): string {
  const lines = Array.from({ length: count }, (_, index) => [
    `${firstSecond + index}|${name}.${index}|${name}|NONE|ENTERQUEUE||13812345678|1`,
    `${firstSecond + index + 9}|${name}.${index}|${name}|NONE|ABANDON|1|1|9`,
  ]);
  return `${lines.flat().join("\n")}\n`;
}

/** How many calls there are whose ids begin so. */
export async function countCallsOf(db: Database, name: string): Promise<number> {
  const [counted] = await db.execute<{ calls: number }>(
    sql`select count(*)::int as calls from call_source where provider_call_id like ${`${name}.%`}`,
  );
  return counted?.calls ?? Number.NaN;
}
