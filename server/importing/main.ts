import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { v7 as newId } from "uuid";
import { ImportId } from "@/server/domain/identifiers";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { FileEncoding, formatDefaults, ImportFormat } from "@/server/domain/importing/format";
import { type Refusal, refuse } from "@/server/domain/refusal";
import { env } from "@/server/env";
import { performImport } from "@/server/importing/perform-import";
import { refusalSentence, reportLines } from "@/server/importing/print-report";
import { leaseExpiry } from "@/server/importing/write-batches";
import { connection } from "@/server/store/connection";
import { findMapping } from "@/server/store/import-mappings";
import { addImport, claimImport } from "@/server/store/imports";

const usage = `npm run import -- FORMAT FILE… [--time-zone ZONE] [--source NAME] [--encoding ENCODING] [--mapping NAME|FILE.json]
FORMAT is one of: ${ImportFormat.options.join(", ")}. ENCODING is one of: ${FileEncoding.options.join(", ")}.`;

/** Imports the files one after the other. True when none of them was refused as a whole. */
async function main(): Promise<boolean> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      "time-zone": { type: "string" },
      source: { type: "string" },
      encoding: { type: "string", default: "utf-8" },
      mapping: { type: "string" },
    },
  });
  const [formatName, ...files] = positionals;
  const format = ImportFormat.safeParse(formatName);
  const encoding = FileEncoding.safeParse(values.encoding);
  if (!format.success || !encoding.success || files.length === 0) {
    print(usage);
    return false;
  }
  const defaults = formatDefaults[format.data];
  const mapping = await readMapping(values.mapping);
  if (mapping === null) return printRefusal(values.mapping ?? "", refuse("mapping_not_found"));
  const wish = {
    mapping,
    format: format.data,
    provider: values.source ?? defaults.provider,
    timeZone: values["time-zone"] ?? defaults.timeZone ?? env().HOTLINE_TIME_ZONE,
    encoding: encoding.data,
  };
  let isFine = true;
  for (const file of files) isFine = (await importOne(file, wish)) && isFine;
  return isFine;
}

interface Wish {
  readonly format: ImportFormat;
  readonly provider: string;
  readonly timeZone: string;
  readonly encoding: FileEncoding;
  readonly mapping: CsvMapping | undefined;
}

/** The column mapping in a JSON file, or saved under a name. Null when there is neither. */
async function readMapping(nameOrFile: string | undefined): Promise<CsvMapping | undefined | null> {
  if (nameOrFile === undefined) return undefined;
  if (!existsSync(nameOrFile)) return (await findMapping(connection().db, nameOrFile)) ?? null;
  const parsed = CsvMapping.safeParse(JSON.parse(await readFile(nameOrFile, "utf8")));
  return parsed.success ? parsed.data : null;
}

async function importOne(file: string, wish: Wish): Promise<boolean> {
  const path = resolve(file);
  if (!existsSync(path)) return printRefusal(file, refuse("file_missing"));
  const { db } = connection();
  const { format, provider, timeZone, encoding, mapping } = wish;
  const importId = ImportId.parse(newId());
  const { size: fileBytes } = await stat(path);
  const createdAt = Date.now();
  await addImport(db, {
    ...{ importId, format, provider, timeZone, fileName: basename(file), fileBytes },
    ...{
      options: { encoding, path, ...(mapping && { mapping }) },
      startedBy: null,
      createdAt,
      status: "waiting",
    },
  });
  const terms = { holder: `terminal ${process.pid}`, now: createdAt, expiresAt: leaseExpiry(createdAt) };
  const claimed = await claimImport(db, terms, importId);
  if (claimed === undefined) throw new Error("another process has begun this import");
  const end = await performImport({ db, homeCountry: env().HOTLINE_COUNTRY, now: Date.now }, claimed, path);
  if (end.refusal !== null) return printRefusal(file, end.refusal);
  print(`${file} (${((Date.now() - createdAt) / 1000).toFixed(1)} s)`);
  if (end.report !== null) for (const line of reportLines(end.report)) print(`  ${line}`);
  return true;
}

function printRefusal(file: string, refusal: Refusal): false {
  print(`${file}: ${refusalSentence(refusal)}`);
  return false;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (!(await main())) process.exitCode = 1;
await connection().close();
