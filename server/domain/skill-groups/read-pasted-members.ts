import type { UserId } from "@/server/domain/identifiers";
import { Proficiency } from "@/server/domain/skill-groups/skill-group";

/** Somebody whom a pasted row may mean. */
export interface Candidate {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string | null;
}

export type PasteFault = "no_proficiency" | "nobody" | "several" | "wrong_proficiency" | "repeated";

/** A row as it was pasted, with what is understood of it. */
export type PastedRow = { readonly text: string } & (
  | { readonly ok: true; readonly person: Candidate; readonly proficiency: Proficiency }
  | { readonly ok: false; readonly fault: PasteFault }
);

/**
 * Reads rows of a spreadsheet: an e-mail address or a name, or both, and last a proficiency. A first row of
 * headings is left out. Who stands twice is taken from the first row.
 */
export function readPastedMembers(text: string, people: readonly Candidate[]): PastedRow[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "");
  const known = indexOf(people);
  const seen = new Set<UserId>();
  const rows = lines.map((line): PastedRow => {
    const row = readLine(line, known);
    if (!row.ok) return row;
    if (seen.has(row.person.userId)) return { text: line, ok: false, fault: "repeated" };
    seen.add(row.person.userId);
    return row;
  });
  return rows[0] && isHeading(rows[0]) ? rows.slice(1) : rows;
}

type Known = ReadonlyMap<string, readonly Candidate[]>;

function indexOf(people: readonly Candidate[]): Known {
  const known = new Map<string, Candidate[]>();
  for (const person of people) {
    const keys = new Set([person.name, person.email ?? person.name].map(keyOf));
    for (const key of keys) known.set(key, [...(known.get(key) ?? []), person]);
  }
  return known;
}

function keyOf(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

function readLine(text: string, known: Known): PastedRow {
  const cells = cellsOf(text).filter((cell) => cell !== "");
  const last = cells.at(-1);
  if (cells.length < 2 || last === undefined) return { text, ok: false, fault: "no_proficiency" };
  const named = cells.slice(0, -1).map((cell) => known.get(keyOf(cell)) ?? []);
  const person = named.find((people) => people.length === 1)?.[0];
  if (!person)
    return { text, ok: false, fault: named.some((people) => people.length > 1) ? "several" : "nobody" };
  const proficiency = Proficiency.safeParse(Number(last.normalize("NFKC")));
  if (!proficiency.success) return { text, ok: false, fault: "wrong_proficiency" };
  return { text, ok: true, person, proficiency: proficiency.data };
}

/** Spreadsheets put tabs between cells; files have commas or semicolons, and quotes around what holds those. */
function cellsOf(line: string): string[] {
  if (line.includes("\t")) return line.split("\t").map(unquoted);
  const cells = line.match(/"(?:[^"]|"")*"|[^,;，；"]+/g) ?? [];
  return cells.map(unquoted);
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replaceAll('""', '"')
    .trim();
}

function isHeading(row: PastedRow): boolean {
  return !row.ok && row.fault === "nobody" && !/\d/.test(cellsOf(row.text).at(-1) ?? "");
}
