import { expect, test } from "vitest";
import { funnelLimits } from "@/server/domain/metrics/funnel";

test("the limits of a mean tighten with the root of n", () => {
  const of = (n: number) => funnelLimits({ mean: 300, variance: 10_000 }, n);
  expect(of(1).warning.high).toBeCloseTo(495.996, 2);
  expect(of(100).warning).toEqual({ low: expect.closeTo(280.4, 2), high: expect.closeTo(319.6, 2) });
  expect(of(100).alarm).toEqual({ low: expect.closeTo(269.098, 2), high: expect.closeTo(330.902, 2) });
});

test("no limit lies below zero, and without any duration there are none", () => {
  expect(funnelLimits({ mean: 10, variance: 10_000 }, 4).alarm.low).toBe(0);
  expect(() => funnelLimits({ mean: 10, variance: 1 }, 0)).toThrow(RangeError);
});
