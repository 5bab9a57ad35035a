import { constants } from "node:fs";
import { access, readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Queryable } from "@/drizzle/database";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { FileEncoding, formatDefaults, ImportFormat } from "@/server/domain/importing/format";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { TimeZone } from "@/server/domain/time-zone";
import { findMapping } from "@/server/store/import-mappings";

export const usage = `npm run import -- FORMAT FILE… [--time-zone ZONE] [--source NAME] [--encoding ENCODING] [--mapping NAME|FILE.json]
FORMAT is one of: ${ImportFormat.options.join(", ")}. ENCODING is one of: ${FileEncoding.options.join(", ")}.`;

/** What was typed, as far as it can be judged without looking at any file. */
export interface CommandLine {
  readonly format: ImportFormat;
  readonly files: readonly string[];
  readonly encoding: FileEncoding;
  readonly provider: string;
  /** Null where neither the line nor the format names one. */
  readonly timeZone: string | null;
  readonly mapping: string | undefined;
}

/** What was typed, or a sentence that says what is wrong with it. */
export function readCommandLine(args: readonly string[]): CommandLine | string {
  const typed = parseTyped(args);
  if (typeof typed === "string") return typed;
  const { positionals, values } = typed;
  const [formatName, ...files] = positionals;
  const format = ImportFormat.safeParse(formatName);
  if (!format.success) return formatName === undefined ? "" : `There is no format “${formatName}”.`;
  if (files.length === 0) return "There is no file to import.";
  const encoding = FileEncoding.safeParse(values.encoding);
  if (!encoding.success) return `There is no encoding “${values.encoding}”.`;
  const defaults = formatDefaults[format.data];
  const provider = values.source?.trim() ?? defaults.provider;
  if (provider === "" || provider.length > 100) return "The source's name has 1 to 100 characters.";
  if (format.data === "csv" && values.mapping === undefined) return "A CSV file needs a --mapping.";
  const timeZone = values["time-zone"] ?? defaults.timeZone;
  return {
    ...{ format: format.data, files, encoding: encoding.data, provider, timeZone },
    mapping: values.mapping,
  };
}

function parseTyped(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "time-zone": text, source: text, encoding: { ...text, default: "utf-8" }, mapping: text },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A time zone that is there. */
export function checkTimeZone(timeZone: string): Outcome<string> {
  return TimeZone.safeParse(timeZone).success ? done(timeZone) : refuse("time_zone_unknown", { timeZone });
}

/** The column mapping in a JSON file, or saved under a name. */
export async function readMapping(db: Queryable, nameOrFile: string): Promise<Outcome<CsvMapping>> {
  const file = await checkFileThere(nameOrFile);
  if (file.ok) return parseMapping(await readFile(nameOrFile, "utf8"));
  if (file.reason !== "file_missing") return file;
  const saved = await findMapping(db, nameOrFile);
  return saved === undefined ? refuse("mapping_not_found") : done(saved);
}

function parseMapping(json: string): Outcome<CsvMapping> {
  const parsed = CsvMapping.safeParse(parseJson(json));
  if (parsed.success) return done(parsed.data);
  const [issue] = parsed.error.issues;
  if (issue === undefined || issue.path.length === 0) return refuse("mapping_not_json");
  return refuse("invalid_input", { field: issue.path.join("."), fault: issue.message });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file that is there and may be read, with its size. */
export async function checkFileThere(path: string): Promise<Outcome<number>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuse("file_not_a_file");
    await access(path, constants.R_OK);
    return done(found.size);
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return refuse(isMissing ? "file_missing" : "file_not_readable");
  }
}
