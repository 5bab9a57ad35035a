import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { callSources } from "@/drizzle/schema/calls";
import { isReconciled } from "@/server/domain/importing/report";
import { performImport } from "@/server/importing/perform-import";
import { LeaseKeeper } from "@/server/importing/write-batches";
import { findImport, findRefusedRows, requestCancel } from "@/server/store/imports";
import { claim, countCallsOf, createImport, importFile, queueLogOf } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();
const workplace = { db, homeCountry: "CN", now: Date.now };

const startAndCaller = {
  mapping: { columns: { startedAt: "start", customerNumber: "caller" }, timeFormat: "ymd" },
};

const bankHeader =
  "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver";

describe("a file that is not what it should be is refused, and nothing of it is written", () => {
  const fine = queueLogOf("refused", 3);
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
    expect(await countCallsOf(db, "refused")).toBe(0);
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
  const path = await writeTemporary(queueLogOf("cancelled", 24_000));
  const importId = await createImport(db, { format: "asterisk-queue-log", path, provider: "cancelled" });
  const claimed = await claim(db, importId);
  await db.transaction((tx) => requestCancel(tx, importId, Date.now()));
  // A clock that stands: however slow the machine, the check is over before it is time to look.
  const now = Date.now();
  const end = await performImport({ ...workplace, now: () => now }, claimed, path);
  expect(end.status).toBe("cancelled");
  expect(end.report?.complete).toBe(false);
  expect(end.report && isReconciled(end.report)).toBe(true);
  const written = await countCallsOf(db, "cancelled");
  expect(written).toBe(end.report?.calls.made);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(24_000);
  const again = await importFile(db, { format: "asterisk-queue-log", path, provider: "cancelled" });
  expect(again.report?.calls).toMatchObject({ found: 24_000, made: 24_000 - written });
  expect(await countCallsOf(db, "cancelled")).toBe(24_000);
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
  const path = await writeTemporary(queueLogOf("checked", 3000));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  const claimed = await claim(db, importId);
  await db.transaction((tx) => requestCancel(tx, importId, Date.now()));
  const end = await performImport({ ...workplace, now: hurryingClock() }, claimed, path);
  expect(end).toMatchObject({ status: "cancelled", report: null, refusal: null });
  expect(await findImport(db, importId)).toMatchObject({ status: "cancelled", report: null, rowsRead: 0 });
  expect(await countCallsOf(db, "checked")).toBe(0);
});

test("how far a file has been checked can be seen before the first of its rows is used", async () => {
  const path = await writeTemporary(queueLogOf("watched", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  await new LeaseKeeper(db, await claim(db, importId), hurryingClock()).renewInTime(77);
  expect(await findImport(db, importId)).toMatchObject({ status: "running", bytesRead: 77, rowsRead: 0 });
});
