import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { prepareGroupWaits } from "@/app/_charts/prepare-group-waits";
import { prepareHangUps, prepareIvrTable } from "@/app/_charts/prepare-ivr";
import { prepareOverflowTable } from "@/app/_charts/prepare-overflow";
import { preparePatience } from "@/app/_charts/prepare-patience";
import { prepareWaitDistributions } from "@/app/_charts/prepare-wait-distributions";
import { createCaller } from "@/server/api/root";
import type { Instant } from "@/server/domain/instant";
import { Cohort } from "@/server/domain/metrics/cohort";
import { anchorOf, belongsTo } from "@/server/domain/metrics/cohort-membership";
import { createViewer, someInstant } from "@/server/testing/factories";
import { generatedCalls } from "@/server/testing/generated-calls";
import { generatedFilters, generatedPeriods } from "@/server/testing/generated-figures";
import { type FactsByUnit, recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_127, numRuns: 12 }).flat();
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
let facts: FactsByUnit;
let instants: Instant[];
let api: ReturnType<typeof createCaller>["dashboards"];

beforeAll(async () => {
  facts = (await recordGenerated(db, calls)).facts;
  instants = [...facts.call, ...facts.visit].map(anchorOf);
  const viewer = await createViewer(db, "manager");
  api = createCaller({ db, viewer, now: () => someInstant }).dashboards;
});

/** How many records a link opens. */
function behind(href: string): number {
  const json = new URL(href, "https://hotline.test").searchParams.get("cohort");
  const cohort = Cohort.parse(JSON.parse(json ?? ""));
  return facts[cohort.unit].filter((fact) => belongsTo(cohort, fact)).length;
}

interface Link {
  readonly figure: number;
  readonly href: string;
}

/** The linked counts of some columns. */
function countsOf({ columns, rows }: TableModel, ...heads: readonly string[]): Link[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ raw, href }, index) =>
      href && heads.includes(columns[index] ?? "") ? [{ figure: Number(raw), href }] : [],
    ),
  );
}

const questions = () =>
  fc.tuple(generatedPeriods(instants), generatedFilters()).map(([{ from, until }, filter]) => ({
    ...{ from, until, filter, now: until },
    ...{ boundaries: [from, until], timeZone: "UTC", compare: null },
  }));
type Question = ReturnType<typeof questions> extends fc.Arbitrary<infer Asked> ? Asked : never;

async function waitingLinks(question: Question): Promise<Record<string, Link[]>> {
  const { own } = await api.waiting.figures(question);
  const paths = await api.waiting.overflowPaths(question);
  const bars = (["logarithmic", "linear"] as const).flatMap((axis) => {
    const { answered, abandoned } = prepareWaitDistributions({
      visits: question,
      waits: { answered: new Map(own.answeredWaits), abandoned: new Map(own.abandonedWaits) },
      figures: { answered: own.speedOfAnswer, abandoned: own.waitOfAbandoned },
      compared: null,
      axis,
      words,
      printSpan: String,
      columns: ["wait", "n", "share", "cumulative"],
    });
    expect(answered.model[axis].durations).toEqual(abandoned.model[axis].durations);
    return [...answered.model[axis].bars, ...abandoned.model[axis].bars];
  });
  const { curve } = preparePatience([{ name: "", visits: question, steps: own.patience }], {
    ...{ ...words, after: "", lost: "", notReached: "" },
    from: String,
  });
  const atRisk = new Map(own.patience.map((step) => [step.afterMs, step.atRisk]));
  const groups = own.groups.map((group) => ({
    ...{ skillGroupId: group.skillGroupId, name: "", visits: question, compared: null },
    answered: { figure: group.speedOfAnswer, longest: group.longestAnswered },
    abandoned: { figure: group.waitOfAbandoned, longest: group.longestAbandoned },
  }));
  const offered = new Map(own.groups.map((group) => [group.skillGroupId, group.offered]));
  const overflow = prepareOverflowTable(
    { paths, visits: question, nameOf: String, offeredOf: (id) => offered.get(id) ?? 0 },
    { ...words, path: "", visits: "visits", shareOfGroup: "", groupVisits: "offered", wait: "", letGo: "" },
  );
  return {
    bars: bars.flatMap(({ count, href }) => (href ? [{ figure: count, href }] : [])),
    curve: curve.series.flatMap(({ points }) =>
      points.flatMap(({ ms, href }) => {
        const figure = atRisk.get(ms);
        return href && figure !== undefined ? [{ figure, href }] : [];
      }),
    ),
    groups: countsOf(
      prepareGroupWaits(groups, { ...words, group: "", longest: "", answered: "", abandoned: "" }),
      "n",
    ),
    overflow: countsOf(overflow, "visits", "offered"),
  };
}

test("rows of the IVR stand beside the same keys of another period, and open its calls", async () => {
  const [first = 0, last = 0] = [Math.min(...instants), Math.max(...instants) + 1];
  const middle = Math.floor((first + last) / 2);
  const asked = (from: number, until: number) => ({ from, until, filter: {}, boundaries: [from, until] });
  const compare = asked(first, middle);
  const question = { ...asked(middle, last), now: last, timeZone: "UTC", compare, allRows: true };
  const { tracks, own } = await api.ivr.figures(question);
  const table = prepareIvrTable(
    {
      rows: tracks.rows,
      by: "path",
      calls: question,
      compared: { name: "then", calls: compare },
      nameOf: String,
      inIvr: own.inIvr,
    },
    { row: "", share: "share", left: "left", answered: "answered" },
    words,
  );
  const links = countsOf(table, "n");
  expect(links.length).toBeGreaterThan(tracks.rows.length);
  for (const { figure, href } of links) expect(behind(href)).toBe(figure);
  const keys = await api.ivr.keyTracks({ from: middle, until: last });
  expect(keys).toEqual(expect.arrayContaining(tracks.rows.map(({ key }) => key)));
});

async function ivrLinks(question: Question): Promise<Record<string, Link[]>> {
  const { own, tracks, nodes, verifications } = await api.ivr.figures({ ...question, allRows: true });
  const shared = { calls: question, compared: null, nameOf: String, inIvr: own.inIvr };
  const heads = { row: "", share: "share", left: "left", answered: "answered" };
  const table = (rows: typeof tracks.rows, by: "path" | "verification") =>
    prepareIvrTable({ ...shared, rows, by }, heads, words);
  const hangUpHeads = { row: "", hungUp: "hung up", share: "", reached: "reached" };
  return {
    tracks: countsOf(table(tracks.rows, "path"), "n"),
    verifications: countsOf(table(verifications, "verification"), "n"),
    hangUps: countsOf(prepareHangUps({ ...shared, rows: nodes }, hangUpHeads, words), "hung up", "reached"),
  };
}

test.each([
  ["waiting", waitingLinks],
  ["IVR", ivrLinks],
] as const)("every number of the %s page opens as many records as it says", async (_, linksOf) => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(questions(), async (question) => {
      for (const [kind, links] of Object.entries(await linksOf(question))) {
        for (const { figure, href } of links) expect([kind, behind(href)]).toEqual([kind, figure]);
        seen.set(kind, (seen.get(kind) ?? 0) + links.filter(({ figure }) => figure > 0).length);
      }
    }),
    { seed: 20_261_127, numRuns: 40 },
  );
  expect(Math.min(...seen.values())).toBeGreaterThan(20);
});
