import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { callSources } from "@/drizzle/schema/calls";
import type { ImportId } from "@/server/domain/identifiers";
import { isReconciled } from "@/server/domain/importing/report";
import { performImport } from "@/server/importing/perform-import";
import { LeaseKeeper, LeaseLost } from "@/server/importing/write-batches";
import {
  claimImport,
  findImport,
  findRefusedRows,
  releaseImport,
  requestCancel,
} from "@/server/store/imports";
import { claim, createImport, importFile } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();
const workplace = { db, homeCountry: "CN", now: Date.now };

const T = 1_795_363_844;

/** A log of `count` abandoned calls whose ids begin with `name`. */
function log(name: string, count: number): string {
  const lines = Array.from({ length: count }, (_, index) => [
    `${T + index}|${name}.${index}|${name}|NONE|ENTERQUEUE||13812345678|1`,
    `${T + index + 9}|${name}.${index}|${name}|NONE|ABANDON|1|1|9`,
  ]);
  return `${lines.flat().join("\n")}\n`;
}

async function countCalls(name: string): Promise<number> {
  const [counted] = await db.execute<{ calls: number }>(
    sql`select count(*)::int as calls from call_source where provider_call_id like ${`${name}.%`}`,
  );
  return counted?.calls ?? Number.NaN;
}

const startAndCaller = {
  mapping: { columns: { startedAt: "start", customerNumber: "caller" }, timeFormat: "ymd" },
};

const bankHeader =
  "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver";

describe("a file that is not what it should be is refused, and nothing of it is written", () => {
  const fine = log("refused", 3);
  const spoilt = "1795363844|refused.9|queue|NONE|ENTERQUEUE||\u0000|1\n";
  const followedBy = (bytes: number[]) => Buffer.concat([Buffer.from(fine), Buffer.from(bytes)]);
  test.each([
    { what: "is empty", content: Buffer.alloc(0), reason: "file_empty", details: {} },
    { what: "is cut off", content: fine.slice(0, -5), reason: "file_cut_off", details: { line: 6 } },
    { what: "has a NUL byte", content: fine + spoilt, reason: "file_has_nul", details: { line: 7 } },
    {
      what: "is UTF-16",
      content: Buffer.from(`\uFEFF${fine}`, "utf16le"),
      reason: "file_is_utf16",
      details: {},
    },
    { what: "is GBK", content: followedBy([0xba, 0xc5, 10]), reason: "file_not_utf8", details: { line: 7 } },
    {
      what: "ends in a character",
      content: followedBy([0xe5, 0x91]),
      reason: "file_not_utf8",
      details: { line: 7 },
    },
    {
      what: "is a CSV",
      content: "name,number\nLi Wen,1\n",
      reason: "file_not_of_format",
      details: { line: 1 },
    },
    {
      what: "has no lines",
      content: "x".repeat(2_000_000),
      reason: "file_line_too_long",
      details: { line: 1 },
    },
  ])("because it $what", async ({ content, reason, details }) => {
    const path = await writeTemporary(content);
    const end = await importFile(db, { format: "asterisk-queue-log", path });
    expect(end).toMatchObject({ status: "refused", report: null, refusal: { reason, details } });
    expect(await countCalls("refused")).toBe(0);
  });

  test("because its bank header is another's", async () => {
    const path = await writeTemporary(`${bankHeader.replace("q_time", "wait")}\n`);
    const end = await importFile(db, { format: "anonymous-bank-1999", path });
    expect(end.refusal).toMatchObject({ reason: "file_not_of_format", details: { line: 1 } });
  });

  test.each([
    ["time,caller\n2026-03-10 08:00:00,1\n", "mapping_column_missing"],
    ['start,caller\n"2026-03-10 08:00:00,1\n', "file_quote_open"],
    ['start,caller\n2026-03-10 08:00:00,5"\n2026-03-10 08:00:00,"1\n', "file_quote_open"],
    ["start,caller\n2026-03-10 08:00:00,1\n2026-03-1", "file_cut_off"],
    ["start;caller\n2026-03-10 08:00:00;1\n2026,03,1", "file_cut_off"],
    ['start,caller\n"2026-03-10 08:00:00","1"\n"2026-03-10 09:00:00"', "file_cut_off"],
    ['start,name,caller\n2026-03-10 08:00:00,Li,1\n2026-03-10 09:00:00,"Li\nWen"', "file_cut_off"],
  ])("because of the CSV %j", async (content, reason) => {
    const path = await writeTemporary(content);
    const end = await importFile(db, { format: "csv", path, provider: "damaged", options: startAndCaller });
    expect(end).toMatchObject({ status: "refused", report: null, refusal: { reason } });
    expect(await db.$count(callSources, eq(callSources.provider, "damaged"))).toBe(0);
  });
});

test.each([
  "start,caller,name\n2026-03-10 08:00:00,1,Li",
  'start,caller,name\n2026-03-10 08:00:00,1,"Li\nWen"',
  'start;caller;name\n2026-03-10 08:00:00;1;"Li, Wen; and others"',
])("a CSV whose last row is whole is taken without a line break at its end: %j", async (content) => {
  const path = await writeTemporary(content);
  const end = await importFile(db, { format: "csv", path, options: startAndCaller });
  expect(end.report?.rows).toEqual({ read: 1, used: 1, notAboutCalls: 0, refused: 0 });
});

test("two stray quotation marks far apart never become one row: the file is refused, and told where", async () => {
  const mapping = { columns: { startedAt: "start", customerName: "name" }, timeFormat: "ymd" };
  const row = "2026-03-10 08:00:00,Li Wen\n";
  const stray = '2026-03-10 08:00:00,"Li Wen\n';
  const path = await writeTemporary(
    `start,name\n${row.repeat(3000)}\n${stray}${row.repeat(50_000)}${stray}${row}`,
  );
  const end = await importFile(db, { format: "csv", path, provider: "stray", options: { mapping } });
  expect(end).toMatchObject({
    ...{ status: "refused", report: null },
    refusal: { reason: "file_record_too_long", details: { line: 3003 } },
  });
  expect(await db.$count(callSources, eq(callSources.provider, "stray"))).toBe(0);
});

test("rows keep their line numbers after empty lines and rows of several lines", async () => {
  const mapping = { columns: { startedAt: "start", customerName: "name" }, timeFormat: "ymd" };
  const path = await writeTemporary(
    'start,name\n\nyesterday,Li\n2026-03-10 08:00:00,"Li\nWen"\ntoday,"Li\nWen"\n',
  );
  const importId = await createImport(db, { format: "csv", path, options: { mapping } });
  await performImport(workplace, await claim(db, importId), path);
  expect(await findRefusedRows(db, importId, { afterLine: 0, limit: 10 })).toEqual([
    { lineNumber: 3, reason: "bad_time", line: "yesterday,Li" },
    { lineNumber: 6, reason: "bad_time", line: 'today,"Li\nWen"' },
  ]);
});

test("Chinese call centres' GBK is read when it is named", async () => {
  const mapping = { columns: { startedAt: "时间", agent: "坐席", talk: "时长" }, timeFormat: "ymd" };
  // 时间,坐席,时长 and 李雯 in GBK.
  const heading = Buffer.from("cab1bce42cd7f8cfaf2ccab1b3a40a", "hex");
  const row = Buffer.concat([
    Buffer.from("2026-03-10 08:00:00,"),
    Buffer.from("c0eef6a9", "hex"),
    Buffer.from(",60\n"),
  ]);
  const path = await writeTemporary(Buffer.concat([heading, row]));
  const end = await importFile(db, {
    format: "csv",
    path,
    provider: "gbk",
    options: { mapping, encoding: "gb18030" },
  });
  expect(end.report?.calls.made).toBe(1);
  expect(end.report?.created.agents).toEqual(["李雯"]);
});

test("refused rows are kept word for word and become calls once mended", async () => {
  const good =
    "AA0101\t1\t0\t0\tPS\t990101\t8:00:00\t8:00:10\t10\t0:00:00\t0:00:00\t0\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER";
  const bad = good.replace("\t1\t", "\t2\t").replace("990101", "990231");
  const file = { format: "anonymous-bank-1999", provider: "mended" } as const;
  const importId = await createImport(db, {
    ...file,
    path: await writeTemporary(`${bankHeader}\r\n${good}\r\n${bad}\r\n`),
  });
  const claimed = await claim(db, importId);
  const path = await writeTemporary(`${bankHeader}\r\n${good}\r\n${bad}\r\n`);
  const { report } = await performImport(workplace, claimed, path);
  expect(report && isReconciled(report)).toBe(true);
  expect(report?.refusals).toEqual([{ reason: "bad_date", count: 1, lines: [3] }]);
  const [refused] = await findRefusedRows(db, importId, { afterLine: 0, limit: 10 });
  expect(refused).toEqual({ lineNumber: 3, reason: "bad_date", line: bad });
  expect((await findImport(db, importId))?.options).toMatchObject({ header: bankHeader });
  const mended = await writeTemporary(`${bankHeader}\n${refused?.line.replace("990231", "990228")}\n`);
  expect((await importFile(db, { ...file, path: mended })).report?.calls.made).toBe(1);
});

test("a cancelled import keeps what is written and says so; importing again adds the rest", async () => {
  const path = await writeTemporary(log("cancelled", 24_000));
  const importId = await createImport(db, { format: "asterisk-queue-log", path, provider: "cancelled" });
  const claimed = await claim(db, importId);
  await db.transaction((tx) => requestCancel(tx, importId, Date.now()));
  // A clock that stands: however slow the machine, the check is over before it is time to look.
  const now = Date.now();
  const end = await performImport({ ...workplace, now: () => now }, claimed, path);
  expect(end.status).toBe("cancelled");
  expect(end.report?.complete).toBe(false);
  expect(end.report && isReconciled(end.report)).toBe(true);
  const written = await countCalls("cancelled");
  expect(written).toBe(end.report?.calls.made);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(24_000);
  const again = await importFile(db, { format: "asterisk-queue-log", path, provider: "cancelled" });
  expect(again.report?.calls).toMatchObject({ found: 24_000, made: 24_000 - written });
  expect(await countCalls("cancelled")).toBe(24_000);
});

/** A clock that goes on by a minute each time somebody looks at it. */
function hurryingClock() {
  let at = Date.now();
  return () => {
    at += 60_000;
    return at;
  };
}

test("an import that is cancelled while its file is checked ends there, with nothing written", async () => {
  const path = await writeTemporary(log("checked", 3000));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  const claimed = await claim(db, importId);
  await db.transaction((tx) => requestCancel(tx, importId, Date.now()));
  const end = await performImport({ ...workplace, now: hurryingClock() }, claimed, path);
  expect(end).toMatchObject({ status: "cancelled", report: null, refusal: null });
  expect(await findImport(db, importId)).toMatchObject({ status: "cancelled", report: null, rowsRead: 0 });
  expect(await countCalls("checked")).toBe(0);
});

test("how far a file has been checked can be seen before the first of its rows is used", async () => {
  const path = await writeTemporary(log("watched", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  await new LeaseKeeper(db, await claim(db, importId), hurryingClock()).renewInTime(77);
  expect(await findImport(db, importId)).toMatchObject({ status: "running", bytesRead: 77, rowsRead: 0 });
});

test("an import whose worker died is taken up by another and counted as one", async () => {
  const path = await writeTemporary(log("resumed", 4000));
  const importId = await createImport(db, { format: "asterisk-queue-log", path, provider: "resumed" });
  const first = await claim(db, importId);
  // The first worker writes everything and dies before it can say so.
  await performImport({ ...workplace }, first, path);
  await db.execute(sql`update import set status = 'running', report = null, lease_expires_at = now() - interval '1 s'
    where import_id = ${importId}`);
  const now = Date.now();
  const second = await claimImport(db, { holder: "second", now, expiresAt: now + 30_000 }, importId);
  expect(second?.fence).toBe(first.fence + 1);
  if (second === undefined) throw new Error("the lease had run out");
  const { report } = await performImport(workplace, second, path);
  expect(report?.calls).toEqual({ found: 4000, made: 4000, extended: 0, unchanged: 0 });
  expect(report?.created.skillGroups).toEqual(["resumed"]);
});

test("a worker that was paused while another took over writes nothing any more", async () => {
  const path = await writeTemporary(log("fenced", 100));
  const importId = await createImport(db, { format: "asterisk-queue-log", path, provider: "fenced" });
  const paused = await claim(db, importId);
  await db.execute(
    sql`update import set lease_expires_at = now() - interval '1 s' where import_id = ${importId}`,
  );
  await claim(db, importId, "another");
  await expect(performImport(workplace, paused, path)).rejects.toThrow(LeaseLost);
  expect(await countCalls("fenced")).toBe(0);
  expect(await findImport(db, importId)).toMatchObject({ status: "running", report: null });
});

test("a lease that has not run out is nobody else's", async () => {
  const path = await writeTemporary(log("leased", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  await claim(db, importId);
  await expect(claim(db, importId, "another")).rejects.toThrow();
});

/** The worker that ran it is no more. */
async function loseWorker(importId: ImportId): Promise<void> {
  await db.execute(
    sql`update import set lease_expires_at = now() - interval '1 s' where import_id = ${importId}`,
  );
}

test("an import that was the death of three workers is never begun a fourth time, and the next one is", async () => {
  const path = await writeTemporary(log("deadly", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await claim(db, importId);
    await loseWorker(importId);
  }
  await expect(claim(db, importId)).rejects.toThrow();
  expect(await findImport(db, importId)).toMatchObject({
    ...{ status: "failed", refusal: { reason: "import_given_up", details: { attempts: 3 } } },
    finishedAt: expect.any(Number),
  });
  const next = await createImport(db, { format: "asterisk-queue-log", path });
  expect((await claim(db, next)).importId).toBe(next);
});

test("a worker that is asked to end gives its import back, however often that happens", async () => {
  const path = await writeTemporary(log("given-back", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  for (let attempt = 1; attempt <= 5; attempt += 1) await releaseImport(db, await claim(db, importId));
  const last = await claim(db, importId);
  expect(last).toMatchObject({ fence: 6, attempts: 1 });
  await releaseImport(db, { importId, fence: last.fence - 1 });
  expect(await findImport(db, importId)).toMatchObject({ status: "running" });
});
