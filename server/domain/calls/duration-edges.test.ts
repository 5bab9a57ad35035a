import { expect, test } from "vitest";
import { durationEdges, edgeAtOrAfter, edgeAtOrBefore } from "@/server/domain/calls/duration-edges";

test("a range of bars that stands for typed durations never leaves out a call between them", () => {
  for (const ms of [0, 1, 4999, 5000, 61_000, 3_600_000, 9_000_000]) {
    const [first, end] = [edgeAtOrBefore(ms), edgeAtOrAfter(ms)];
    expect(durationEdges[first] ?? Number.NaN).toBeLessThanOrEqual(ms);
    expect(durationEdges[end] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(ms);
  }
});

test("the bars are in order and begin at nothing", () => {
  expect(durationEdges[0]).toBe(0);
  expect(durationEdges).toEqual([...durationEdges].sort((one, other) => one - other));
});
