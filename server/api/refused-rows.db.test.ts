import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sendRefusedRows } from "@/server/api/refused-rows";
import type { ImportFormat } from "@/server/domain/importing/format";
import { type ImportReport, isReconciled } from "@/server/domain/importing/report";
import { performImport } from "@/server/importing/perform-import";
import { createViewer } from "@/server/testing/factories";
import { claim, createImport } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();

interface Source {
  readonly format: ImportFormat;
  readonly provider: string;
  readonly options?: Record<string, unknown>;
}

async function importBytes(source: Source, content: string | Buffer) {
  const path = await writeTemporary(content);
  const importId = await createImport(db, { ...source, path, timeZone: "Asia/Shanghai" });
  const workplace = { db, homeCountry: "CN", now: Date.now };
  const { report } = await performImport(workplace, await claim(db, importId), path);
  if (report === null) throw new Error("the file was refused");
  expect(isReconciled(report)).toBe(true);
  return { importId, report };
}

/** The refused rows as a browser saves them. */
async function download(importId: string): Promise<Buffer> {
  const viewer = await createViewer(db, "supervisor");
  const response = await sendRefusedRows({ db, viewer, now: Date.now }, importId);
  return Buffer.from(await response.arrayBuffer());
}

async function outcomesOf({ provider }: Source): Promise<unknown[]> {
  const rows = await db.execute<{ outcome: string }>(sql`
    select outcome from call join call_source using (call_id) where provider = ${provider}
    order by started_at, provider_call_id`);
  return rows.map(({ outcome }) => outcome);
}

/** Imports the file, then its refused rows mended, under the same source. */
async function mend(
  source: Source,
  content: string | Buffer,
  mended: readonly [wrong: string, right: string][],
) {
  const first = await importBytes(source, content);
  const refused = await download(first.importId);
  const text = mended.reduce((all, [wrong, right]) => all.replaceAll(wrong, right), refused.toString("utf8"));
  const second = await importBytes(source, text);
  return { first: first.report, second: second.report, refused: refused.toString("utf8") };
}

function figures({ rows, calls }: ImportReport) {
  return { used: rows.used, refused: rows.refused, made: calls.made, extended: calls.extended };
}

describe("refused rows of a CSV file, downloaded, mended and imported again", () => {
  const mapping = {
    columns: { startedAt: "时间", callId: "流水号", agent: "坐席", talk: "时长", customerName: "客户" },
    timeFormat: "ymd",
  };
  const heading = "时间,流水号,坐席,时长,客户";
  const good = "2026-03-10 08:00:00,1,李雯,60,王芳";
  const rows = [
    heading,
    good,
    "yesterday,2,李雯,60,王芳",
    '2026-03-10 09:00:00,3,李雯,soon,"王\n芳"',
    good.replace("王芳", "赵敏"),
    "",
  ];
  const mended: [string, string][] = [
    ["yesterday", "2026-03-10 08:30:00"],
    ["soon", "60"],
    ["08:00:00,1,", "10:00:00,4,"],
  ];

  test("become the calls that were missing, and no call is there twice", async () => {
    const source = { format: "csv", provider: "csv", options: { mapping } } as const;
    const { first, second, refused } = await mend(source, rows.join("\n"), mended);
    expect(refused).toBe(`${[heading, ...rows.slice(2)].join("\n")}`);
    expect(figures(first)).toEqual({ used: 1, refused: 3, made: 1, extended: 0 });
    expect(figures(second)).toEqual({ used: 3, refused: 0, made: 3, extended: 0 });
    expect(await outcomesOf(source)).toEqual(["answered", "answered", "answered", "answered"]);
    expect((await importBytes(source, rows.join("\n"))).report.calls).toMatchObject({
      found: 1,
      unchanged: 1,
    });
  });

  test("are read as they are, even under the encoding of the file that they are from", async () => {
    const source = { format: "csv", provider: "gbk", options: { mapping, encoding: "gb18030" } } as const;
    const { first, second, refused } = await mend(source, inGbk(rows.join("\n")), mended);
    expect(refused).toBe(`\uFEFF${[heading, ...rows.slice(2)].join("\n")}`);
    expect(figures(first)).toEqual({ used: 1, refused: 3, made: 1, extended: 0 });
    expect(figures(second)).toEqual({ used: 3, refused: 0, made: 3, extended: 0 });
    expect(second.created.agents).toEqual([]);
  });
});

describe("refused lines of a queue_log, downloaded, mended and imported again", () => {
  const T = 1_795_363_844;
  const entered = (id: string) => `${T}|${id}|hotline|NONE|ENTERQUEUE||13812345678|1`;
  const lines = [
    ...[entered("1"), `${T + 12}|1|hotline|Agent 1|CONNECT|12|1.1|soon`],
    `${T + 72}|1|hotline|Agent 1|COMPLETECALLER|12|60|1`,
    ...[entered("2").replace(String(T), "yesterday"), `${T + 40}|2|hotline|NONE|ABANDON|1|1|40`],
    ...[entered("3"), `${T + 50}|3|hotline|NONE|ABANDON|1|1|50`, ""],
  ];
  const mended: [string, string][] = [
    ["|soon", "|3"],
    ["yesterday", String(T)],
  ];
  const source = { format: "asterisk-queue-log", provider: "exchange" } as const;

  test("complete the calls that they are of, and no call is there twice", async () => {
    const { first, second, refused } = await mend(source, lines.join("\n"), mended);
    expect(refused).toBe(`${lines[1]}\n${lines[3]}\n`);
    expect(figures(first)).toEqual({ used: 5, refused: 2, made: 3, extended: 0 });
    expect(figures(second)).toEqual({ used: 2, refused: 0, made: 0, extended: 2 });
    expect(await outcomesOf(source)).toEqual(["answered", "abandoned", "abandoned"]);
  });

  test("leave what the file would have given had it been right from the start", async () => {
    const fromTheStart = { ...source, provider: "faultless" };
    const text = mended.reduce((all, [wrong, right]) => all.replaceAll(wrong, right), lines.join("\n"));
    await importBytes(fromTheStart, text);
    expect(await factsOf(source)).toEqual(await factsOf(fromTheStart));
  });
});

async function factsOf({ provider }: Source): Promise<unknown> {
  return await db.execute(sql`
    select provider_call_id, outcome, started_at, ended_at, wait_ms, talk_ms, visit_count, offer_count,
      (select count(*) from call_event where call_event.call_id = call.call_id) as events
    from call join call_source using (call_id) where provider = ${provider} order by provider_call_id`);
}

/** What GB 18030 writes for each Chinese character of these rows, in hexadecimal. */
const GBK: Readonly<Record<string, string>> = {
  ...{ 时: "cab1", 间: "bce4", 流: "c1f7", 水: "cbae", 号: "bac5", 坐: "d7f8", 席: "cfaf", 长: "b3a4" },
  ...{ 客: "bfcd", 户: "bba7", 李: "c0ee", 雯: "f6a9", 王: "cdf5", 芳: "b7bc", 赵: "d5d4", 敏: "c3f4" },
};

function inGbk(text: string): Buffer {
  return Buffer.concat(
    [...text].map((letter) => (GBK[letter] ? Buffer.from(GBK[letter], "hex") : Buffer.from(letter))),
  );
}
