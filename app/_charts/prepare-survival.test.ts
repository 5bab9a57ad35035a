import { describe, expect, test } from "vitest";
import { plainWords } from "@/app/_charts/plain-words";
import { prepareSurvival, tableOfSurvival } from "@/app/_charts/prepare-survival";

describe("a curve of what goes on", () => {
  const input: Parameters<typeof prepareSurvival>[0] = {
    series: [
      {
        key: "waits",
        name: "Waits",
        look: "waiting",
        steps: [
          { afterMs: 3000, share: 0.5, interval: { low: 0.4, high: 0.6 }, atRisk: 8 },
          { afterMs: 6000, share: 0.25, interval: { low: 0.1, high: 0.4 }, atRisk: 4 },
        ],
        observedMs: 60_000,
        leftAfter: (ms) => ({ count: Math.max(0, 9 - ms / 1000), href: `/calls?${ms}` }),
      },
    ],
    longestMs: 8000,
    words: {
      ...plainWords,
      duration: (ms) => String(ms / 1000),
      after: "After",
      shareLeft: "Share",
      left: "Left",
      leftOf: (count) => `${count} left`,
    },
  };
  const observedFor = (observedMs: number) => ({
    ...input,
    series: input.series.map((one) => ({ ...one, observedMs })),
  });
  const rowsOf = (asked: typeof input) =>
    tableOfSurvival(asked).rows.map(({ cells }) =>
      cells.map(({ text, note }) => [text, note].filter(Boolean)),
    );

  test("is told at the marks of the axis, each beside those who are left then", () => {
    expect(rowsOf(input)).toEqual([
      [["0"], ["1"], ["9"]],
      [["2"], ["1"], ["7"]],
      [["4"], ["0.5", "0.4–0.6"], ["5"]],
      [["6"], ["0.25", "0.1–0.4"], ["3"]],
      [["8"], ["0.25", "0.1–0.4"], ["1"]],
    ]);
    expect(tableOfSurvival(input).rows[2]?.cells.map(({ href }) => href ?? null)).toEqual([
      null,
      "/calls?4000",
      "/calls?4000",
    ]);
  });

  test("goes on after its last step as far as anybody was observed, and no further", () => {
    const ends = [60_000, 7000].map((observedMs) => {
      const [curve] = prepareSurvival(observedFor(observedMs)).series;
      return curve?.points.map(({ ms, leftLabel }) => [ms, leftLabel]).at(-1);
    });
    expect(ends).toEqual([
      [8000, "1 left"],
      [7000, "2 left"],
    ]);
    expect(rowsOf(observedFor(7000)).at(-1)).toEqual([["8"], ["–"], ["0"]]);
  });
});
