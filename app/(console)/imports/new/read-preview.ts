import { parse } from "csv-parse/browser/esm/sync";
import { z } from "zod";
import type { FileEncoding } from "@/server/domain/importing/format";

/** Enough to meet most of the words that a column holds, little enough to be read at once. */
const PREVIEW_BYTES = 1024 * 1024;
const DELIMITERS = [",", ";", "\t", "|"] as const;

const Table = z.array(z.array(z.string()));

export interface Preview {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The heading and first rows of a CSV file, from its first bytes alone. */
export async function readPreview(file: File, encoding: FileEncoding): Promise<Preview> {
  const bytes = await file.slice(0, PREVIEW_BYTES).arrayBuffer();
  const text = new TextDecoder(encoding).decode(bytes);
  const [heading = ""] = text.split(/\r?\n/, 1);
  const whole = file.size > PREVIEW_BYTES ? text.slice(0, text.lastIndexOf("\n")) : text;
  const [headings = [], ...rows] = parseTable(whole, delimiterOf(heading));
  return { headings, rows };
}

function parseTable(text: string, delimiter: string): string[][] {
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
    return Table.parse(parse(text, options));
  } catch {
    return [];
  }
}

function delimiterOf(heading: string): string {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
