import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { auditEntries } from "@/drizzle/schema/audit";
import { imports } from "@/drizzle/schema/imports";
import { ImportReport } from "@/server/domain/importing/report";
import { environmentWith } from "@/server/env";
import { useTestDatabase } from "@/server/testing/test-database";

const { db, url } = useTestDatabase();

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hotline-import-command-"));
});
afterAll(() => rm(folder, { recursive: true }));

const Ended = z.object({ code: z.number().default(0), stdout: z.string(), stderr: z.string() });

/** Runs `npm run import -- …` as npm does, on this test's database. */
async function runCommand(...args: string[]): Promise<z.infer<typeof Ended>> {
  const script = ["--import", "tsx", "server/launch/run.ts", "server/importing/main.ts"];
  const env = environmentWith({ DATABASE_URL: url, HOTLINE_DATA: folder });
  const run = promisify(execFile)(process.execPath, [...script, ...args], { env });
  return Ended.parse(await run.catch((error: unknown) => error));
}

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const india = ["--time-zone", "Asia/Kolkata"];
const log = [
  "1795363844|1.0|hotline|NONE|ENTERQUEUE||13812345678|1",
  "1795363853|1.0|hotline|NONE|ABANDON|1|1|9",
  "not an instant|2.0|hotline|NONE|ENTERQUEUE||13812345678|1",
  "",
].join("\n");

test("rows that are refused fail no command: it prints the figures that are stored, and is in the audit", async () => {
  const path = await write("queue_log", log);
  const { code, stdout, stderr } = await runCommand(
    "asterisk-queue-log",
    path,
    "--source",
    "exchange",
    ...india,
  );
  expect(code).toBe(0);
  const [stored] = await db.select().from(imports).orderBy(desc(imports.createdAt)).limit(1);
  const report = ImportReport.parse(stored?.report);
  expect(report).toMatchObject({ rows: { read: 3, used: 2, refused: 1 }, calls: { found: 1, made: 1 } });
  const [title = "", ...lines] = stdout.trimEnd().split("\n");
  expect(title).toContain(path);
  expect(lines.map((line) => line.trim())).toEqual([
    "The totals add up.",
    "Rows read 3 = 2 about calls + 0 not about a call + 1 refused",
    "Calls found 1 = 1 made + 0 known, with something new + 0 known, nothing new",
    "Calls from Nov 22, 2026, 21:40 to Nov 22, 2026, 21:40 (Asia/Kolkata)",
    ...["Refused rows:", "1  A time cannot be read (Line 3)", "No warnings."],
    "Created by this import: Skill groups (1) hotline",
    expect.stringMatching(/^By skill group +Entered +Answered +Abandoned/),
    expect.stringMatching(/^hotline +1 +0 +1 +0 +0 +0 +0$/),
    `In the console, with every refused row: /imports/${stored?.importId}`,
  ]);
  expect(stderr).toContain("0 rows read, 0%");
  expect(stored).toMatchObject({ status: "finished", provider: "exchange", startedBy: null });
  const audited = eq(auditEntries.subjectId, stored?.importId ?? "");
  expect(await db.select().from(auditEntries).where(audited)).toMatchObject([
    {
      ...{ action: "import.started", subject: "import", actorId: null },
      details: { format: "asterisk-queue-log", provider: "exchange", fileName: "queue_log" },
    },
  ]);
}, 60_000);

test("a file that is refused fails the command, and the others are imported", async () => {
  const letter = await write("letter", "Dear colleagues,\n");
  const path = await write("second_log", log.replaceAll("|1.0|", "|3.0|"));
  const { code, stdout, stderr } = await runCommand("asterisk-queue-log", letter, path);
  expect(code).toBe(1);
  expect(stderr).toContain("letter");
  expect(stderr).toContain("Line 1 is not of this format. Nothing was imported");
  expect(stdout).toContain("Calls found 1 = 1 made");
}, 60_000);

describe("whoever mistypes is told what is wrong, in a sentence and by the exit code", () => {
  test.each([
    {
      what: "an option that there is not",
      args: ["queue_log", "--zone", "UTC"],
      code: 2,
      says: "Unknown option '--zone'",
    },
    { what: "a folder", args: ["."], code: 1, says: "This is a folder or a device, not a file." },
    {
      what: "a time zone that there is not",
      args: ["queue_log", "--time-zone", "Mars"],
      code: 1,
      says: "There is no time zone",
    },
    {
      what: "no JSON",
      args: ["queue_log", "--mapping", "README.md"],
      code: 1,
      says: "The column mapping is not a JSON object.",
    },
  ])(
    "$what",
    async ({ args, code, says }) => {
      const before = await db.$count(imports);
      const ended = await runCommand("asterisk-queue-log", ...args);
      expect(ended.stderr).toContain(says);
      expect(ended.stderr).not.toMatch(/^\s+at /m);
      expect(ended).toMatchObject({ code, stdout: "" });
      expect(await db.$count(imports)).toBe(before);
    },
    60_000,
  );
});
