import { expect, test } from "vitest";
import { plainWords } from "@/app/_charts/plain-words";
import { prepareQuantileTable } from "@/app/_charts/prepare-quantile-table";
import { durationSpread } from "@/server/domain/metrics/duration-spread";
import { histogramOf } from "@/server/domain/metrics/log-histogram";

test("durations by group stand with their number, share, mean and quantiles, beside what they are compared with", () => {
  const spread = (durations: number[]) => {
    const found = durationSpread(
      durations.reduce((sum, ms) => sum + ms, 0),
      histogramOf(durations),
    );
    if (found === null) throw new Error("a spread needs durations");
    return found;
  };
  const words = {
    ...plainWords,
    duration: (ms: number) => (ms / 1000).toFixed(0),
    change: { ...plainWords.change, duration: (ms: number) => `longer by ${(ms / 1000).toFixed(0)}` },
    n: (count: number) => `n ${count}`,
  };
  const { columns, rows } = prepareQuantileTable({
    rows: [
      {
        key: "a",
        name: "A",
        spread: spread([5000, 5000, 5000]),
        href: "/calls?a",
        compared: { spread: spread([2000]), href: "/calls?b" },
      },
      { key: "b", name: "B", spread: spread([9000]), href: null },
    ],
    total: 4,
    names: { row: "Group", share: "share", compared: "before" },
    words,
  });
  expect(columns).toEqual(["Group", "n", "share", "mean", "median", "P75", "P90", "P95", "before"]);
  expect(rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))).toEqual([
    "A 3 0.75 5 5 5 5 5 longer by 3",
    "B 1 0.25 9 9 9 9 9 –",
  ]);
  expect(rows[0]?.cells.map(({ href }) => href ?? null)).toEqual([
    null,
    ...Array.from({ length: 7 }, () => "/calls?a"),
    "/calls?b",
  ]);
  expect(rows[0]?.cells.at(-1)?.note).toBe("2 · n 1");
});
