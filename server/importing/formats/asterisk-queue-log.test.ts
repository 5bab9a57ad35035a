import { describe, expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import type { FoldedCall } from "@/server/domain/calls/record";
import { translateQueueLog } from "@/server/importing/formats/asterisk-queue-log";
import { agentIdOf, groupIdOf, translateLines } from "@/server/testing/translation";

const read = (lines: readonly string[]) => translateLines(translateQueueLog, lines, "|");

/** The one call that the lines tell of. */
function callOf(lines: readonly string[]): FoldedCall {
  const { calls } = read(lines);
  expect(calls).toHaveLength(1);
  return foldCall(calls[0]?.events ?? []);
}

const T = 1_795_363_844;
const entered = `${T}|1.0|hotline|NONE|ENTERQUEUE||13812345678|1|Caller 1`;

describe("a call in the log", () => {
  test("that is answered keeps ring, wait, talk, number and place", () => {
    const { call, visits, legs, anomalies } = callOf([
      entered,
      `${T + 8}|1.0|hotline|Agent 101|RINGNOANSWER|6000`,
      `${T + 20}|1.0|hotline|Agent 102|CONNECT|20|1.1|3`,
      `${T + 63}|1.0|hotline|Agent 102|COMPLETECALLER|20|43|1`,
    ]);
    expect(anomalies).toEqual([]);
    expect(call).toMatchObject({
      outcome: "answered",
      customerNumber: "+8613812345678",
      customerName: "Caller 1",
      province: "Jiangsu",
      waitMs: 20_000,
      talkMs: 43_000,
      agentId: agentIdOf("Agent 102"),
      endedBy: "caller",
    });
    expect(visits).toMatchObject([{ outcome: "answered", skillGroupId: groupIdOf("hotline") }]);
    expect(legs).toMatchObject([
      { agentId: agentIdOf("Agent 101"), outcome: "missed", ringMs: 6000 },
      { agentId: agentIdOf("Agent 102"), outcome: "ended", ringMs: 3000 },
    ]);
  });

  test.each([
    [`${T + 9}|1.0|hotline|NONE|ABANDON|1|1|9`, "abandoned", null],
    [`${T + 2}|1.0|hotline|NONE|ABANDON|1|1|2`, "short_abandoned", null],
    [`${T + 9}|1.0|hotline|NONE|EXITWITHTIMEOUT|1|1|9`, "overflowed", "timed_out"],
    [`${T + 9}|1.0|hotline|NONE|EXITEMPTY|1|1|9`, "overflowed", "no_agents"],
    [`${T + 9}|1.0|hotline|NONE|EXITWITHKEY|7|1|1|9`, "overflowed", "key_pressed"],
    [`${T + 9}|1.0|hotline|NONE|WITHDRAW|1|1|9|closed`, "overflowed", "withdrawn"],
  ])("%s makes a visit that is %s", (line, outcome, exit) => {
    const later = `${T + 9999}|NONE|NONE|NONE|CONFIGRELOAD|`;
    const { call, visits, anomalies } = callOf(
      [entered, line, later, `${T + 9999}|2.0|x|NONE|ABANDON|1|1|1`].slice(0, 3),
    );
    expect(anomalies).toEqual([]);
    expect(visits).toMatchObject([{ outcome, exit }]);
    expect(call.visitCount).toBe(1);
  });

  test("that enters another queue has a visit in each", () => {
    const { call, visits, anomalies } = callOf([
      entered,
      `${T + 30}|1.0|hotline|NONE|EXITWITHTIMEOUT|1|1|30`,
      `${T + 30}|1.0|vip|NONE|ENTERQUEUE||13812345678|1`,
      `${T + 35}|1.0|vip|PJSIP/104|CONNECT|5|1.1|2`,
      `${T + 40}|1.0|vip|PJSIP/104|COMPLETEAGENT|5|5|1`,
    ]);
    expect(anomalies).toEqual([]);
    expect(visits.map(({ outcome, waitMs }) => [outcome, waitMs])).toEqual([
      ["overflowed", 30_000],
      ["answered", 5000],
    ]);
    expect(call).toMatchObject({ outcome: "answered", endedBy: "agent" });
  });

  test.each([
    ["BLINDTRANSFER|600|internal|5|30|1", "blind_transfer"],
    ["ATTENDEDTRANSFER|BRIDGE|bridge-1|5|30|1", "attended_transfer"],
  ])("that is handed on by %s ends its leg so", (data, end) => {
    const { call, legs, anomalies } = callOf([
      entered,
      `${T + 5}|1.0|hotline|Agent 101|CONNECT|5|1.1|2`,
      `${T + 35}|1.0|hotline|Agent 101|${data}`,
      `${T + 2000}|NONE|NONE|NONE|CONFIGRELOAD|`,
    ]);
    expect(anomalies).toEqual([]);
    expect(legs).toMatchObject([{ end, talkMs: 30_000 }]);
    expect(call.transferCount).toBe(1);
  });

  test("that rings all agents withdraws the rings that were cut short", () => {
    const { legs, anomalies } = callOf([
      entered,
      `${T + 4}|1.0|hotline|Agent 101|RINGCANCELED|4000`,
      `${T + 4}|1.0|hotline|Agent 103|RINGCANCELED|4000`,
      `${T + 4}|1.0|hotline|Agent 102|CONNECT|4|1.1|4`,
      `${T + 9}|1.0|hotline|Agent 102|COMPLETECALLER|4|5|1`,
    ]);
    expect(anomalies).toEqual([]);
    expect(legs.map(({ outcome, ringMs }) => [outcome, ringMs]).sort()).toEqual([
      ["ended", 4000],
      ["withdrawn", 4000],
      ["withdrawn", 4000],
    ]);
  });

  test("all within one second comes out in the order of a caller's life", () => {
    const { call, anomalies } = callOf([
      entered,
      `${T}|1.0|hotline|Agent 102|CONNECT|0|1.1|0`,
      `${T}|1.0|hotline|Agent 102|COMPLETEAGENT|0|0|1`,
    ]);
    expect(anomalies).toEqual([]);
    expect(call).toMatchObject({ outcome: "answered", waitMs: 0, talkMs: 0 });
  });
});

describe("lines of many calls", () => {
  const other = entered.replace("1.0", "2.0");

  test("may interleave", () => {
    const { calls } = read([
      entered,
      other,
      `${T + 9}|2.0|hotline|NONE|ABANDON|2|2|9`,
      `${T + 9}|1.0|hotline|NONE|ABANDON|1|1|9`,
    ]);
    expect(calls.map(({ events }) => foldCall(events).call.outcome)).toEqual(["abandoned", "abandoned"]);
  });

  test("that are not about a call are counted by their word", () => {
    const { calls, notAboutCalls } = read([
      `${T}|NONE|NONE|NONE|QUEUESTART|`,
      `${T}|NONE|NONE|Agent 102|PAUSEALL|training`,
      `${T}|NONE|hotline|Agent 102|PAUSE|training`,
      `${T}|MANAGER|hotline|PJSIP/104|ADDMEMBER|`,
    ]);
    expect(calls).toEqual([]);
    expect(notAboutCalls).toEqual(["QUEUESTART", "PAUSEALL", "PAUSE", "ADDMEMBER"]);
  });

  test("end where Asterisk began anew", () => {
    const { calls, warnings } = read([entered, `${T + 60}|NONE|NONE|NONE|QUEUESTART|`]);
    expect(warnings).toEqual([["cut_by_restart", 1]]);
    expect(foldCall(calls[0]?.events ?? []).call).toMatchObject({
      outcome: "failed",
      endedAt: (T + 60) * 1000,
    });
  });

  test("are left open where the log ends, and told so", () => {
    const { calls, warnings } = read([entered]);
    expect(warnings).toEqual([["still_open", 1]]);
    expect(foldCall(calls[0]?.events ?? []).call.outcome).toBe("in_progress");
  });

  test("are taken once when repeated", () => {
    const { calls, warnings } = read([entered, entered, `${T + 9}|1.0|hotline|NONE|ABANDON|1|1|9`]);
    expect(warnings).toEqual([["repeated_line", 2]]);
    expect(calls[0]?.events).toHaveLength(3);
  });

  test("with a word of somebody else's making are kept without effect", () => {
    const { calls, warnings } = read([
      entered,
      `${T + 1}|1.0|hotline|NONE|CALLERONHOLD|x`,
      `${T + 9}|1.0|hotline|NONE|ABANDON|1|1|9`,
    ]);
    expect(warnings).toEqual([["unknown_event", 2]]);
    expect(calls[0]?.events.map(({ type }) => type)).toContain("unrecognised");
    expect(foldCall(calls[0]?.events ?? []).anomalies).toEqual([]);
  });
});

describe("whoever is nobody in the log", () => {
  test.each([
    ["anonymous", null, []],
    [
      "s",
      null,
      [
        ["not_a_number", 1],
        ["still_open", 1],
      ],
    ],
    [
      "101",
      "101",
      [
        ["number_unreadable", 1],
        ["still_open", 1],
      ],
    ],
  ])("%j calls as %j", (callerId, customerNumber, warnings) => {
    const told = read([`${T}|1.0|hotline|NONE|ENTERQUEUE||${callerId}|1`]);
    expect(told.calls[0]?.events[0]).toMatchObject({ customerNumber });
    expect(told.warnings).toEqual(warnings.length === 0 ? [["still_open", 1]] : warnings);
  });
});

describe("a log made to exhaust whoever reads it", () => {
  const rings = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => `${T + from + index}|1.0|hotline|Agent 1|RINGNOANSWER|1000`);

  test("never makes a call of more events than a call can have: the lines beyond are refused", () => {
    const { calls, refusals } = read([entered, ...rings(6000)]);
    expect(calls.map(({ events }) => events.length)).toEqual([9998]);
    expect(refusals[0]).toEqual(["too_many_events", 5000]);
    expect(refusals).toHaveLength(1002);
  });

  test("gains nothing by having Asterisk begin anew in between", () => {
    const restart = `${T + 6000}|NONE|NONE|NONE|QUEUESTART|`;
    const { calls } = read([entered, ...rings(3000), restart, ...rings(3000, 6001)]);
    expect(calls).toHaveLength(2);
    expect(calls.flatMap(({ events }) => events).length).toBeLessThanOrEqual(10_000);
  });

  test("has the oldest calls passed on before they fill the memory, and loses none of them", () => {
    const long = "x".repeat(19_900);
    const lines = Array.from({ length: 1500 }, (_, index) => `${T}|${index}|hotline|NONE|ENTERQUEUE|${long}`);
    const { calls, warnings } = read(lines);
    expect(calls).toHaveLength(1500);
    expect(warnings[0]).toEqual(["never_ended", 1]);
  });

  test("is refused the lines that are too long to be kept", () => {
    const long = `${T}|1.0|hotline|NONE|ENTERQUEUE|${"x".repeat(20_000)}`;
    expect(read([long]).refusals).toEqual([["too_long", 1]]);
  });
});

test.each([
  ["1795363844|1.0|hotline", "wrong_column_count"],
  [`1795363844|${"1".repeat(201)}|hotline|NONE|ENTERQUEUE|`, "too_long"],
  [`1795363844|1.0|${"q".repeat(81)}|NONE|ENTERQUEUE|`, "too_long"],
  ["yesterday|1.0|hotline|NONE|ENTERQUEUE|", "bad_time"],
  ["1795363844||hotline|NONE|ENTERQUEUE|", "missing_call_id"],
  ["1795363844|1.0|hotline|NONE|CONNECT|1|1.1|2", "missing_agent"],
  ["1795363844|1.0|hotline|Agent 1|CONNECT|1|1.1|soon", "bad_number"],
  ["1795363844|1.0|hotline|Agent 1|RINGNOANSWER|", "bad_number"],
  ["9999999999|1.0|hotline|NONE|ABANDON|1|1|1", "in_the_future"],
])("%s is refused: %s", (line, reason) => {
  expect(read([line]).refusals).toEqual([[reason, 1]]);
});
