import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ImportId } from "@/server/domain/identifiers";
import type { ImportReport } from "@/server/domain/importing/report";
import { reportLines } from "@/server/importing/print-report";

const importId = ImportId.parse("7f4c0f3e-5d0b-4a63-9f59-0c6f0a7f1d11");
const inConsole = `In the console, with every refused row: /imports/${importId}`;

function printed(report: ImportReport): string[] {
  return reportLines({ importId, timeZone: "Asia/Jerusalem", report });
}

const nothing: ImportReport = {
  complete: true,
  rows: { read: 0, used: 0, notAboutCalls: 0, refused: 0 },
  calls: { found: 0, made: 0, extended: 0, unchanged: 0 },
  ...{ warnings: [], refusals: [], notAboutCalls: [], skillGroups: [] },
  created: { agents: [], skillGroups: [] },
  ...{ firstCallAt: null, lastCallAt: null },
};

const much: ImportReport = {
  complete: true,
  rows: { read: 1234, used: 1200, notAboutCalls: 22, refused: 12 },
  calls: { found: 601, made: 598, extended: 2, unchanged: 1 },
  warnings: [
    { kind: "phantom", count: 1, lines: [8] },
    { kind: "unknown_agent", count: 1, lines: [9] },
  ],
  refusals: [{ reason: "bad_time", count: 12, lines: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }],
  notAboutCalls: [{ kind: "PAUSE", count: 22 }],
  created: { agents: ["Li Wen", "Agent 7"], skillGroups: ["Orders"] },
  skillGroups: [
    {
      ...{ name: "Orders", entered: 600, answered: 500, abandoned: 60, shortAbandoned: 20 },
      ...{ overflowed: 10, callback: 9, waiting: 1 },
    },
  ],
  firstCallAt: Date.parse("1998-12-31T22:00Z"),
  lastCallAt: Date.parse("1999-01-31T21:59Z"),
};

test("a report with all there can be is printed whole", () => {
  expect(printed(much)).toEqual([
    "The totals add up.",
    "Rows read 1,234 = 1,200 about calls + 22 not about a call + 12 refused",
    "Calls found 601 = 598 made + 2 known, with something new + 1 known, nothing new",
    "Calls from Jan 1, 1999, 00:00 to Jan 31, 1999, 23:59 (Asia/Jerusalem)",
    ...["Refused rows:", "  12  A time cannot be read (Line 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …)"],
    "Warnings:",
    "  1  A phantom: the sender itself disowns the record (Line 8)",
    "  1  The record does not name the agent (Line 9)",
    ...["Rows that are not about a call:", "  22  PAUSE"],
    "Created by this import: Agents (2) Li Wen, Agent 7",
    "Created by this import: Skill groups (1) Orders",
    "By skill group  Entered  Answered  Abandoned  Short abandoned  Overflowed  Callback  Still waiting",
    "Orders              600       500         60               20          10         9              1",
    inConsole,
  ]);
});

test("a report of a file without anything says of each part that there is nothing", () => {
  expect(printed(nothing)).toEqual([
    "The totals add up.",
    "Rows read 0 = 0 about calls + 0 not about a call + 0 refused",
    "Calls found 0 = 0 made + 0 known, with something new + 0 known, nothing new",
    ...["No row was refused.", "No warnings.", "Nobody and nothing had to be created.", inConsole],
  ]);
});

test("totals that do not add up are said not to", () => {
  expect(printed({ ...nothing, rows: { ...nothing.rows, read: 1 } })[0]).toBe(
    "The totals do not add up: please report this.",
  );
});

/** What the page says to be operated, or as the heading of a table's column that needs none in a terminal. */
const PAGE_ONLY = [
  ...["title", "openCalls", "download", "downloadHint", "importMended", "more", "withheld"],
  ...["kind", "rowCount", "lines", "reason", "row", "skillGroup"],
];

test("the command says all that the page of an import says in its report", () => {
  const page = "app/(console)/imports/[importId]";
  const parts = readdirSync(page).map((name) => readFileSync(`${page}/${name}`, "utf8"));
  const command = wordsOf(readFileSync("server/importing/print-report.ts", "utf8"));
  const unsaid = [...wordsOf(parts.join("\n"))].filter((word) => !command.has(word));
  expect(unsaid.sort()).toEqual([...PAGE_ONLY].sort());
});

function wordsOf(source: string): Set<string> {
  return new Set([...source.matchAll(/"report\.(\w+)"/g)].map(([, word = ""]) => word));
}
