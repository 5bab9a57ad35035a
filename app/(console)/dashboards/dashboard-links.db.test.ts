import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import { breakdowns } from "@/app/(console)/dashboards/search-params";
import { createCaller } from "@/server/api/root";
import type { Instant } from "@/server/domain/instant";
import { anchorOf, membersOf } from "@/server/domain/metrics/cohort-membership";
import { HandlePart } from "@/server/domain/metrics/handle-time";
import { createViewer, someInstant } from "@/server/testing/factories";
import { generatedCalls } from "@/server/testing/generated-calls";
import { generatedFilters, generatedPeriods, nearOneOf } from "@/server/testing/generated-figures";
import { durationLinks, type Look, overviewLinks } from "@/server/testing/printed-dashboards";
import { agentsLinks, ivrLinks, waitingLinks } from "@/server/testing/printed-work";
import { type FactsByUnit, recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_127, numRuns: 12 }).flat();
const pages = {
  overview: overviewLinks,
  duration: durationLinks,
  agents: agentsLinks,
  waiting: waitingLinks,
  ivr: ivrLinks,
} as const;
type PageName = keyof typeof pages;

let facts: FactsByUnit;
let instants: Instant[];
let api: ReturnType<typeof createCaller>;

beforeAll(async () => {
  facts = (await recordGenerated(db, calls)).facts;
  instants = [...facts.call, ...facts.visit, ...facts.offer, ...facts.leg].map(anchorOf);
  const viewer = await createViewer(db, "manager");
  api = createCaller({ db, viewer, now: () => someInstant });
});

function cutInTwo({ from, until }: { from: Instant; until: Instant }): Instant[] {
  const middle = Math.floor((from + until) / 2);
  return from < middle ? [from, middle, until] : [from, until];
}

const sides = ["previous", "period", "groups", "agents"] as const;
const timeZones = ["Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Pacific/Auckland"] as const;

/** Another period, other groups or other agents; often nothing. */
const comparisons = (): fc.Arbitrary<Dashboard["compare"]> =>
  fc.oneof(
    fc.constant(null),
    fc
      .tuple(generatedPeriods(instants), generatedFilters(), fc.constantFrom(...sides))
      .map(([period, filter, beside]) => ({
        ...period,
        filter,
        boundaries: cutInTwo(period),
        with: beside,
      })),
  );

const looks = (): fc.Arbitrary<Look> =>
  fc
    .record({
      period: generatedPeriods(instants),
      filter: generatedFilters(),
      compare: comparisons(),
      now: fc.tuple(nearOneOf(instants), fc.integer({ min: 0, max: 60_000 })),
      part: fc.constantFrom(...HandlePart.options),
      by: fc.constantFrom(...breakdowns),
      timeZone: fc.constantFrom(...timeZones),
      withinHours: fc.integer({ min: 1, max: 720 }),
    })
    .map(({ period, filter, compare, timeZone, now: [at, later], ...rest }) => ({
      ...rest,
      dashboard: {
        ...period,
        filter,
        compare,
        boundaries: cutInTwo(period),
        now: at + later,
        timeZone,
        interval: "day",
        tooFine: null,
      },
    }));

/** How many links of each kind were seen to open something. */
const seen = new Map<string, number>();
/** How many figures were held against the log's own count, and how many of these were set beside something how. */
let compared = 0;
const comparedBeside = new Map<string, number>();
const drawnEachTime = 3;

test.each<PageName>(["overview", "duration", "agents", "waiting", "ivr"])(
  "every figure of the %s page opens exactly as many records as it counts; the log counts as many",
  async (page) => {
    await fc.assert(
      fc.asyncProperty(looks(), fc.infiniteStream(fc.nat()), async (look, choices) => {
        const links = await pages[page](api.dashboards, look);
        for (const [kind, ofKind] of Object.entries(links)) {
          for (const { figure, cohort } of ofKind) {
            const members = membersOf(cohort, facts[cohort.unit]);
            expect([kind, cohort, members.length]).toEqual([kind, cohort, figure]);
          }
          const opened = ofKind.filter(({ figure }) => figure > 0).length;
          seen.set(`${page} ${kind}`, (seen.get(`${page} ${kind}`) ?? 0) + opened);
        }
        const all = Object.values(links).flat();
        for (const { cohort, figure } of drawnFrom(all, choices)) {
          const { records } = await api.cohorts.count({ cohort, filter: { deleted: "without" } });
          expect([cohort, records]).toEqual([cohort, figure]);
          compared += 1;
          const side = look.dashboard.compare?.with ?? "nothing";
          comparedBeside.set(side, (comparedBeside.get(side) ?? 0) + 1);
        }
      }),
      { seed: 20_261_127, numRuns: 40 },
    );
  },
);

/** Some of the links of a page, none where it has none. */
function drawnFrom<Link>(links: readonly Link[], choices: Iterator<number>): Link[] {
  return Array.from({ length: drawnEachTime }, () => links[choices.next().value % links.length]).filter(
    (link) => link !== undefined,
  );
}

test("more than two hundred figures were held against the log's count, beside whatever a page can compare", () => {
  expect(compared).toBeGreaterThanOrEqual(200);
  const rare = sides.filter((side) => (comparedBeside.get(side) ?? 0) < 20);
  expect(rare).toEqual([]);
});

test("links of every kind were among those that were opened", () => {
  const rare = [...seen].filter(([, opened]) => opened < 5);
  expect(rare).toEqual([]);
  expect(seen.size).toBe(33);
});
