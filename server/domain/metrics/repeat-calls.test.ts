import { expect, test } from "vitest";
import type { CallFact } from "@/server/domain/metrics/fact";
import { repeatCalls } from "@/server/domain/metrics/repeat-calls";

const HOUR_MS = 3_600_000;
const period = { from: 0, until: 48 * HOUR_MS };
const traits = {
  direction: "inbound",
  outcome: "answered",
  province: null,
  verification: null,
  path: "",
  exitNode: null,
} as const;
const call = (customerNumber: string | null, hour: number): CallFact => ({
  ...{ unit: "call", traits, skillGroupIds: [], agentIds: [] },
  call: { customerNumber, startedAt: hour * HOUR_MS, ivrMs: 0 },
});
const outbound = (customerNumber: string, hour: number): CallFact => ({
  ...call(customerNumber, hour),
  traits: { ...traits, direction: "outbound" },
});

test.each<[string, ReturnType<typeof call>[], number, number]>([
  ["a first call repeats nothing", [call("1", 5)], 0, 1],
  ["a second within the hours repeats the first", [call("1", 5), call("1", 6)], 1, 2],
  ["exactly at the end of the hours it still does", [call("1", 5), call("1", 29)], 1, 2],
  ["later it does not", [call("1", 5), call("1", 29.001)], 0, 2],
  ["another number repeats nothing", [call("1", 5), call("2", 6)], 0, 2],
  ["each call is held against the one before it", [call("1", 0), call("1", 20), call("1", 40)], 2, 3],
  ["order of delivery does not matter", [call("1", 6), call("1", 5)], 1, 2],
  ["calls before the period are known but not counted", [call("1", -2), call("1", 5)], 1, 1],
  ["calls at its end are not counted", [call("1", 47), call("1", 48)], 0, 1],
  ["calls that went out are neither counted nor repeated", [outbound("1", 5), call("1", 6)], 0, 1],
  ["callers without a number are nobody in particular", [call(null, 5), call(null, 6), call("1", 7)], 0, 1],
])("%s", (...told) => {
  const [, calls, part, whole] = told;
  expect(repeatCalls(calls, period, 24)).toMatchObject({ part, whole });
});

test("without calls that have a number there is no figure", () => {
  expect(repeatCalls([call(null, 5)], period, 24)).toBeNull();
});
