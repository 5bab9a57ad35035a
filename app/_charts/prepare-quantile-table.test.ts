import { expect, test } from "vitest";
import { plainWords } from "@/app/_charts/plain-words";
import { prepareBreakdown } from "@/app/_charts/prepare-breakdown";
import { prepareQuantileTable } from "@/app/_charts/prepare-quantile-table";
import { SkillGroupId } from "@/server/domain/identifiers";
import { Cohort } from "@/server/domain/metrics/cohort";
import { durationSpread } from "@/server/domain/metrics/duration-spread";
import { histogramOf } from "@/server/domain/metrics/log-histogram";

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
const printed = ({ rows }: ReturnType<typeof prepareQuantileTable>) =>
  rows.map(({ cells }) => cells.map(({ text }) => text).join(" "));

test("durations by group stand with their number, share, mean and quantiles, beside what they are compared with", () => {
  const table = prepareQuantileTable({
    rows: [
      {
        key: "a",
        name: "A",
        spread: spread([5000, 5000, 5000]),
        total: 4,
        href: "/calls?a",
        narrowHref: null,
        compared: { spread: spread([2000, 2000, 2000, 2000, 2000, 2000]), href: "/calls?b" },
      },
      { key: "b", name: "B", spread: spread([9000]), total: 4, href: null, narrowHref: null, compared: null },
    ],
    names: { row: "Group", share: "share", compared: "before" },
    words,
  });
  const { columns, rows } = table;
  expect(columns).toEqual(["Group", "n", "share", "mean", "median", "P75", "P90", "P95", "before"]);
  expect(printed(table)).toEqual(["A 3 0.75 5 5 5 5 5 longer by 3", "B 1 0.25 9 9 9 9 9 none"]);
  expect(rows[0]?.cells.map(({ href }) => href ?? null)).toEqual([
    null,
    ...Array.from({ length: 7 }, () => "/calls?a"),
    null,
  ]);
  expect(rows[0]?.cells[2]?.note).toMatch(/^0\.3.* to 0\.9/);
  expect(rows[0]?.cells.at(-1)?.note).toEqual({ text: "2 · 2 to 2 · n 6", href: "/calls?b" });
});

const [orders, billing] = ["1", "2"].map((last) =>
  SkillGroupId.parse(`019b2b4c-0000-7000-8000-00000000000${last}`),
);
const period = { from: 0, until: 1 };

function brokenDown(by: "skillGroup" | "direction", side: "groups" | "previous") {
  const rows = [
    { key: orders ?? null, spread: spread([5000]), compared: null },
    { key: billing ?? null, spread: null, compared: spread([2000, 4000]) },
  ];
  return prepareBreakdown({
    rows,
    part: "talk",
    by,
    own: { legs: { ...period, filter: { skillGroupIds: [orders ?? null] } }, n: 1 },
    compared: {
      legs: { ...period, filter: { skillGroupIds: [billing ?? null] } },
      n: 2,
      with: side,
      name: "compared",
    },
    names: { row: "Row", share: "share" },
    nameOf: (key) => (key === orders ? "Orders" : "Billing"),
    narrowHref: () => null,
    words,
  });
}

test("two groups beside each other are two rows, of which either opens its own legs", () => {
  const table = brokenDown("skillGroup", "groups");
  expect(table.columns).not.toContain("compared");
  expect(printed(table)).toEqual(["Orders 1 1 5 5 5 5 5", "Billing 2 1 3 3 4 4 4"]);
  const cohorts = table.rows.map(({ cells: [, count] }) =>
    Cohort.parse(JSON.parse(new URLSearchParams(count?.href?.split("?")[1]).get("cohort") ?? "")),
  );
  expect(cohorts.map(({ filter }) => filter.skillGroupIds)).toEqual([[orders], [billing]]);
});

test("what only the compared side has is a row too, without calls of its own", () => {
  const table = brokenDown("direction", "previous");
  expect(printed(table)).toEqual(["Orders 1 1 5 5 5 5 5 none", "Billing none 0 – – – – – –"]);
  expect(table.rows[1]?.cells.at(-1)?.note).toMatchObject({ text: "3 · n 2" });
});
