import { describe, expect, test } from "vitest";
import { histogramOf } from "@/server/domain/metrics/log-histogram";
import { survivalOf } from "@/server/domain/metrics/survival";

// Remission of 21 leukaemia patients under 6-MP (Freireich et al. 1963), the textbook case.
const relapsed = histogramOf([6, 6, 6, 7, 10, 13, 16, 22, 23]);
const censored = histogramOf([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);

describe("the share that goes on", () => {
  test.each<readonly [number, number, number, number, number]>([
    [6, 21, 0.8571, 0.6197, 0.9516],
    [7, 17, 0.8067, 0.5631, 0.9228],
    [10, 15, 0.7529, 0.5032, 0.8894],
    [13, 12, 0.6902, 0.4316, 0.8491],
    [16, 11, 0.6275, 0.3675, 0.8049],
    [22, 7, 0.5378, 0.2678, 0.7468],
    [23, 6, 0.4482, 0.1881, 0.6801],
  ])("after %i of the textbook case: %i at risk, %d (%d to %d)", (...expected) => {
    const [afterMs, atRisk, share, low, high] = expected;
    const step = survivalOf(relapsed, censored).find((one) => one.afterMs === afterMs);
    expect(step?.atRisk).toBe(atRisk);
    expect(step?.share).toBeCloseTo(share, 4);
    expect(step?.interval?.low).toBeCloseTo(low, 4);
    expect(step?.interval?.high).toBeCloseTo(high, 4);
  });

  test("takes a step at each event and at nothing else", () => {
    expect(survivalOf(relapsed, censored)).toHaveLength(7);
    expect(survivalOf(histogramOf([]), censored)).toEqual([]);
  });

  test("is the plain share where nobody is censored, and ends at none, where no band can be given", () => {
    const steps = survivalOf(histogramOf([1, 2, 2, 3]), histogramOf([]));
    expect(steps.map(({ share }) => share)).toEqual([0.75, 0.25, 0]);
    expect(steps.at(-1)?.interval).toBeNull();
  });
});
