import { describe, expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { translateCsv } from "@/server/importing/formats/csv";
import { agentIdOf, groupIdOf, translateRows } from "@/server/testing/translation";

const chinese: CsvMapping = {
  columns: {
    ...{ startedAt: "呼叫时间", callId: "流水号", direction: "呼叫类型", outcome: "结果", agent: "坐席" },
    ...{
      customerNumber: "主叫号码",
      customerRef: "客户编号",
      skillGroup: "技能组",
      wait: "排队时长",
      ring: "振铃时长",
    },
    ...{ talk: "通话时长", hold: "保持时长", wrapUp: "话后时长", ivr: "IVR时长", keys: "按键" },
  },
  timeFormat: "ymd",
  directions: {},
  outcomes: { 转人工成功: "answered" },
};
const header = Object.values(chinese.columns);

function read(cells: Record<string, string>, mapping = chinese) {
  return readAll([cells], mapping);
}

function readAll(rows: readonly Record<string, string>[], mapping = chinese) {
  const fields = rows.map((cells) => header.map((heading) => cells[heading] ?? ""));
  return translateRows(translateCsv(mapping, header), fields, { timeZone: "Asia/Shanghai" });
}

function callOf(cells: Record<string, string>) {
  const told = read(cells);
  expect(told.refusals).toEqual([]);
  return foldCall(told.calls[0]?.events ?? []);
}

const start = { 呼叫时间: "2026-03-10 08:00:00", 流水号: "A1", 主叫号码: "13812345678" };

describe("a row of a table of calls", () => {
  test("that was answered keeps every duration", () => {
    const { call, legs, keys, anomalies } = callOf({
      ...start,
      ...{
        呼叫类型: "呼入",
        结果: "转人工成功",
        坐席: "李雯",
        技能组: "订单",
        排队时长: "0:42",
        振铃时长: "5",
      },
      ...{ 通话时长: "4:07", 保持时长: "0:00:30", 话后时长: "14", IVR时长: "11", 按键: "1-3" },
    });
    expect(anomalies).toEqual([]);
    expect(call).toMatchObject({
      ...{ outcome: "answered", direction: "inbound", startedAt: Date.UTC(2026, 2, 10, 0) },
      ...{ customerNumber: "+8613812345678", province: "Jiangsu", ivrMs: 11_000, waitMs: 42_000 },
      ...{ talkMs: 247_000, holdMs: 30_000, wrapUpMs: 14_000, agentId: agentIdOf("李雯") },
      ...{ skillGroupId: groupIdOf("订单"), keyTrack: "1-3" },
    });
    expect(legs).toMatchObject([{ ringMs: 5000 }]);
    expect(keys).toHaveLength(2);
  });

  test.each([
    [{ 排队时长: "30" }, "abandoned"],
    [{}, "left_in_ivr"],
    [{ 结果: "溢出", 排队时长: "9" }, "overflowed"],
    [{ 呼叫类型: "呼出", 结果: "无人接听", 坐席: "李雯" }, "not_reached"],
    [{ 呼叫类型: "外呼", 通话时长: "60", 坐席: "李雯" }, "answered"],
  ])("%j comes out as %s", (cells, outcome) => {
    const { call, anomalies } = callOf({ ...start, ...cells });
    expect(anomalies).toEqual([]);
    expect(call.outcome).toBe(outcome);
  });

  test("without an id of its own is the same call whenever it is imported", () => {
    const [first, second] = [read({ ...start, 流水号: "" }), read({ ...start, 流水号: "" })];
    expect(first.calls[0]?.providerCallId).toBe(second.calls[0]?.providerCallId);
    expect(read({ ...start, 流水号: "", 坐席: "x" }).calls[0]?.providerCallId).not.toBe(
      first.calls[0]?.providerCallId,
    );
  });

  test("without an id of its own that stands there twice is taken once, and told so", () => {
    const told = readAll([
      { ...start, 流水号: "" },
      { ...start, 流水号: "" },
    ]);
    expect(told.calls).toHaveLength(1);
    expect(told).toMatchObject({ refusals: [], warnings: [["repeated_line", 2]] });
  });

  test("is never mixed with another row of the same id: the second is refused, or taken once if it is the same", () => {
    const other = { ...start, 呼叫时间: "2026-03-10 09:00:00", 排队时长: "30" };
    const told = readAll([
      start,
      other,
      start,
      { ...start, 呼叫时间: "?", 流水号: "A2" },
      { ...other, 流水号: "A2" },
    ]);
    expect(told.calls.map(({ providerCallId, events }) => [providerCallId, events.length])).toEqual([
      ["A1", 3],
      ["A2", 5],
    ]);
    expect(told.refusals).toEqual([
      ["repeated_call_id", 2],
      ["bad_time", 4],
    ]);
    expect(told.warnings).toEqual([["repeated_line", 3]]);
  });

  test.each(["anonymous", "Unknown", "匿名", "-", "0"])(
    "whose caller is %j has a caller who is nobody",
    (word) => {
      const told = read({ ...start, 主叫号码: word, 客户编号: word });
      expect(told.calls[0]?.events[0]).toMatchObject({ customerNumber: null, customerRef: null });
      expect(told.warnings).toEqual([]);
    },
  );

  test.each(["No caller id", "138****5678", "1.38123E+10", "sip:line@example", "12", "000000"])(
    "whose caller's number is %j, which is none, never shares a caller with another",
    (written) => {
      const told = read({ ...start, 主叫号码: written });
      expect(told.calls[0]?.events[0]).toMatchObject({ customerNumber: null, place: null });
      expect(told.warnings).toEqual([["not_a_number", 1]]);
    },
  );

  test("keeps a number that the numbering plan does not know as it is written", () => {
    const told = read({ ...start, 主叫号码: "5550001" });
    expect(told.calls[0]?.events[0]).toMatchObject({ customerNumber: "5550001", place: null });
    expect(told.warnings).toEqual([["number_unreadable", 1]]);
  });

  test.each([
    [{ 呼叫时间: "" }, "missing_start"],
    [{ 呼叫时间: "yesterday" }, "bad_time"],
    [{ 呼叫时间: "2026-02-30 08:00:00" }, "bad_time"],
    [{ 呼叫时间: "2027-03-10 08:00:00" }, "in_the_future"],
    [{ 通话时长: "long" }, "bad_duration"],
    [{ 呼叫类型: "sideways" }, "unknown_direction"],
    [{ 结果: "?" }, "unknown_outcome"],
    [{ 坐席: "x".repeat(201) }, "too_long"],
    [{ 流水号: "x".repeat(201) }, "too_long"],
    [Object.fromEntries(header.slice(5).map((heading) => [heading, "x".repeat(2000)])), "too_long"],
  ])("%j is refused: %s", (cells, reason) => {
    expect(read({ ...start, ...cells }).refusals).toEqual([[reason, 1]]);
  });
});

test.each([
  ["2026-03-10T08:00:00Z", "iso", Date.UTC(2026, 2, 10, 8)],
  ["2026-03-10T08:00:00+08:00", "iso", Date.UTC(2026, 2, 10, 0)],
  ["2026-03-10T08:00:00.250", "iso", Date.UTC(2026, 2, 10, 0, 0, 0, 250)],
  ["2026/3/10 8:00", "ymd", Date.UTC(2026, 2, 10, 0)],
  ["10.03.2026 08:00:00", "dmy", Date.UTC(2026, 2, 10, 0)],
  ["3/10/2026 8:00 PM", "mdy", Date.UTC(2026, 2, 10, 12)],
  ["1773100800", "epoch_seconds", 1_773_100_800_000],
  ["1773100800123", "epoch_milliseconds", 1_773_100_800_123],
] as const)("%s is read as %s", (text, timeFormat, at) => {
  const { calls } = read({ ...start, 呼叫时间: text }, { ...chinese, timeFormat });
  expect(calls[0]?.events[0]?.at).toBe(at);
});
