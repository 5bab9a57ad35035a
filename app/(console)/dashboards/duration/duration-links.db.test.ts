import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import {
  finishedLegs,
  legsWith,
  prepareDistribution,
  prepareWeek,
  rowHref,
  shortHref,
  unfinishedHref,
} from "@/app/_charts/prepare-duration";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import { tableOfParts } from "@/app/_charts/prepare-parts";
import { tableOfQuantileBand } from "@/app/_charts/prepare-quantile-band";
import { breakdowns } from "@/app/(console)/dashboards/search-params";
import { createCaller } from "@/server/api/root";
import type { Instant } from "@/server/domain/instant";
import { Cohort } from "@/server/domain/metrics/cohort";
import { anchorOf, belongsTo } from "@/server/domain/metrics/cohort-membership";
import { HandlePart } from "@/server/domain/metrics/handle-time";
import { createViewer, someInstant } from "@/server/testing/factories";
import { generatedCalls } from "@/server/testing/generated-calls";
import { generatedFilters, generatedPeriods } from "@/server/testing/generated-figures";
import { type FactsByUnit, recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_124, numRuns: 12 }).flat();
const timeZone = "Europe/Berlin";
const words: FigureWords = {
  count: String,
  share: String,
  duration: String,
  change: { count: String, share: String, duration: String },
  none: "none",
  n: String,
  interval: (low, high) => `${low} ${high}`,
  medianLine: (median, p90) => `${median} ${p90}`,
  columns: { median: "median", mean: "mean", p90: "P90", count: "n" },
};
let legs: FactsByUnit["leg"];
let instants: Instant[];
let read: ReturnType<typeof createCaller>["dashboards"]["duration"]["figures"];

beforeAll(async () => {
  legs = (await recordGenerated(db, calls)).facts.leg;
  instants = legs.map(anchorOf);
  const viewer = await createViewer(db, "manager");
  read = createCaller({ db, viewer, now: () => someInstant }).dashboards.duration.figures;
});

/** How many legs a link opens. */
function behind(href: string): number {
  const json = new URL(href, "https://hotline.test").searchParams.get("cohort");
  const cohort = Cohort.parse(JSON.parse(json ?? ""));
  return legs.filter((leg) => belongsTo(cohort, leg)).length;
}

interface Link {
  readonly figure: number;
  readonly href: string;
}

/** The linked counts of a table: those of its column of records. */
function countsOf({ columns, rows }: TableModel): Link[] {
  const column = columns.indexOf("n");
  return rows.flatMap(({ cells }) => {
    const { raw, text, href } = cells[column] ?? { text: "" };
    return href ? [{ figure: Number(raw ?? text), href }] : [];
  });
}

const questions = () =>
  fc
    .record({
      period: generatedPeriods(instants),
      filter: generatedFilters(),
      part: fc.constantFrom(...HandlePart.options),
      by: fc.constantFrom(...breakdowns),
    })
    .map(({ period: { from, until }, ...rest }) => {
      const middle = Math.floor((from + until) / 2);
      const boundaries = from < middle && middle < until ? [from, middle, until] : [from, until];
      const looked = { from, until, boundaries, compare: null };
      return { ...rest, ...looked, now: until, timeZone, allRows: true };
    });
type Question = ReturnType<typeof questions> extends fc.Arbitrary<infer Asked> ? Asked : never;
type Figures = Awaited<ReturnType<typeof read>>;

/** Every link of a page with the number that it stands at. */
function linksOf(question: Question, figures: Figures): Record<string, Link[]> {
  const { part, by } = question;
  const legsOf = { from: question.from, until: question.until, filter: question.filter };
  const spread = figures.parts[part];
  const intervals = prepareIntervals(question.boundaries, question.now, { tick: String, label: String });
  const names = { talk: "talk", hold: "hold", wrapUp: "wrapUp" };
  const bars = (["logarithmic", "linear"] as const).flatMap((axis) => {
    const { distribution } = figures;
    const shown = { legs: legsOf, part, distribution, spread, compared: null, axis, words };
    return prepareDistribution({ ...shown, printSpan: String })[axis].bars;
  });
  const band = tableOfQuantileBand({
    intervals,
    spreads: figures.series.map((point) => point.spread),
    names: { median: "median", middle: "half", most: "most" },
    cohort: legsWith(legsOf, part),
    first: "",
    words,
  });
  const week = prepareWeek({
    ...{ legs: legsOf, part, timeZone, slots: figures.slots, words },
    weekdays: ["1", "2", "3", "4", "5", "6", "7"],
    columns: { place: "half hour", count: "n", value: "median" },
  });
  return {
    bars: bars.flatMap(({ count, href }) => (href ? [{ figure: count, href }] : [])),
    parts: countsOf(
      tableOfParts({
        legs: legsOf,
        intervals,
        series: figures.series,
        names,
        words,
        compared: null,
        first: "",
      }),
    ),
    band: countsOf(band),
    week: countsOf(week.table),
    rows: figures.breakdown.rows.flatMap(({ key, spread: { n } }) => {
      const href = rowHref(legsOf, part, { by, key });
      return href ? [{ figure: n, href }] : [];
    }),
    short: [{ figure: figures.short.n, href: shortHref(legsOf) }],
    unfinished: [{ figure: figures.unfinished, href: unfinishedHref(legsOf) }],
  };
}

test("every number of the page opens as many legs as it says", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(questions(), async (question) => {
      for (const [kind, links] of Object.entries(linksOf(question, await read(question)))) {
        for (const { figure, href } of links) expect([kind, behind(href)]).toEqual([kind, figure]);
        seen.set(kind, (seen.get(kind) ?? 0) + links.filter(({ figure }) => figure > 0).length);
      }
    }),
    { seed: 20_261_124, numRuns: 60 },
  );
  expect(Math.min(...seen.values())).toBeGreaterThan(20);
});

describe("of a whole period", () => {
  const [from, until] = [0, 4_000_000_000_000];
  const whole = { from, until, boundaries: [from, until], filter: {}, compare: null, now: until, timeZone };

  test.each(HandlePart.options)("all parts of a page count the same legs by %s", async (part) => {
    const figures = await read({ ...whole, part, by: "skillGroup", allRows: true });
    const n = legs.filter((leg) => belongsTo(legsWith(whole, part), leg)).length;
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    expect(n).toBeGreaterThan(20);
    expect([
      figures.parts[part]?.n,
      sum(figures.distribution.map(([, count]) => count)),
      sum(figures.series.map(({ spread }) => spread?.n ?? 0)),
      sum(figures.slots.map((slot) => slot?.n ?? 0)),
      sum(figures.breakdown.rows.map(({ spread }) => spread.n)),
    ]).toEqual([n, n, n, n, n]);
  });

  test.each(["handleMs", "talkMs", "holdMs", "wrapUpMs"] as const)(
    "the longest by %s are listed, longest first",
    async (length) => {
      const part = HandlePart.parse(length.replace("Ms", ""));
      const { longest } = await read({ ...whole, part, by: "skillGroup", allRows: false });
      const all = legs
        .filter((leg) => belongsTo(finishedLegs(whole), leg))
        .map(({ leg }) => {
          const { talkMs, holdMs, wrapUpMs } = leg;
          const lengths = { talkMs: talkMs ?? 0, holdMs: holdMs ?? 0, wrapUpMs: wrapUpMs ?? 0 };
          return { ...lengths, handleMs: lengths.talkMs + lengths.holdMs + lengths.wrapUpMs }[length];
        })
        .sort((one, other) => other - one);
      expect(longest).toHaveLength(20);
      expect(longest.map((leg) => leg[length])).toEqual(all.slice(0, 20));
    },
  );

  test("the short ones are the latest, and each is short", async () => {
    const { short } = await read({ ...whole, part: "handle", by: "agent", allRows: false });
    expect(short.latest.every(({ talkMs }) => talkMs !== null && talkMs <= 10_000)).toBe(true);
    const all = legs.filter((leg) => belongsTo({ unit: "leg", from, until, filter: {}, short: true }, leg));
    const latest = all.map(anchorOf).sort((one, other) => other - one);
    expect(short.latest.map(({ answeredAt }) => answeredAt)).toEqual(latest.slice(0, 20));
  });

  test("what it is set beside stands with its own numbers", async () => {
    const agentIds = [...new Set(legs.map(({ leg }) => leg.agentId))];
    const [own, other] = agentIds.map((agentId) => ({ agentIds: [agentId] }));
    const compare = { from, until, boundaries: [from, until], filter: other ?? {} };
    const set = { part: "handle", by: "direction", allRows: true } as const;
    const beside = await read({ ...whole, ...set, filter: own ?? {}, compare });
    const alone = await read({ ...whole, ...set, filter: compare.filter });
    expect(beside.compared?.parts).toEqual(alone.parts);
    expect(beside.compared?.series).toEqual(alone.series);
  });
});
