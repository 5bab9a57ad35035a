import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "@/server/domain/instant";
import { Unit } from "@/server/domain/metrics/cohort";
import { anchorOf } from "@/server/domain/metrics/cohort-membership";
import { Dimension } from "@/server/domain/metrics/dimension";
import { reconcile } from "@/server/domain/metrics/reconcile";
import { callVolume } from "@/server/domain/metrics/volume";
import { systemCallScope } from "@/server/domain/people/viewer";
import { countCohort } from "@/server/store/metrics/cohort-records";
import { tallyRows, tallyRowsBy, tallyRowsSeries, tallyRowsSlots } from "@/server/store/metrics/row-tallies";
import {
  tallyRollup,
  tallyRollupBy,
  tallyRollupSeries,
  tallyRollupSlots,
} from "@/server/store/rollups/rollup-tallies";
import { generatedCalls } from "@/server/testing/generated-calls";
import {
  generatedFilters,
  generatedPairs,
  generatedPeriods,
  nearOneOf,
} from "@/server/testing/generated-figures";
import { recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 120, numRuns: 8 }).flat();
const runs = { seed: 120, numRuns: 60 };
const DAY_MS = 86_400_000;
let instants: Instant[];

beforeAll(async () => {
  const { facts } = await recordGenerated(db, calls);
  instants = Unit.options.flatMap((unit) => facts[unit].map(anchorOf));
});

/** Short periods, whose edges lie between the cells, and long ones, which days and months fill. */
const questions = () =>
  fc
    .tuple(generatedPeriods(instants), generatedFilters(), fc.constantFrom(0, 0, DAY_MS, 70 * DAY_MS))
    .map(([{ from, until }, filter, more]) => ({ from: from - more, until: until + more, filter }));

/** Demands the row's answer wherever the rollups have one, and that they have many. */
async function expectSame<Answer>(
  ask: (question: {
    from: Instant;
    until: Instant;
    filter: object;
  }) => Promise<{ rollup: Answer | undefined; rows: Answer }>,
  numRuns = runs.numRuns,
): Promise<void> {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(questions(), async (question) => {
      const { rollup, rows } = await ask(question);
      if (rollup === undefined) return;
      answered += 1;
      expect(rollup).toEqual(rows);
    }),
    { ...runs, numRuns },
  );
  expect(answered).toBeGreaterThan(numRuns / 5);
}

describe.each(Unit.options)("of each %s, the rollups count what the rows count", (unit) => {
  test("in any period", async () => {
    await expectSame(async (question) => ({
      rollup: await tallyRollup(db, { unit, ...question }, "distributions"),
      rows: await tallyRows(db, { unit, ...question }),
    }));
  });

  test.each(Dimension.options)("by %s", async (by) => {
    await expectSame(
      async (question) => ({
        rollup: await tallyRollupBy(db, { unit, ...question, by }, "distributions"),
        rows: await tallyRowsBy(db, { unit, ...question, by }),
      }),
      20,
    );
  });

  test("along any series of intervals", async () => {
    const lengths = fc.constantFrom(900_000, 3_600_000, DAY_MS, 7 * DAY_MS, 31 * DAY_MS);
    const ends = fc.tuple(nearOneOf(instants), lengths, fc.integer({ min: 1, max: 40 }));
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(ends, generatedFilters(), async ([first, lengthMs, count], filter) => {
        const start = Math.floor(first / lengthMs) * lengthMs;
        const between = Array.from({ length: count }, (_, index) => start + (index + 1) * lengthMs);
        const boundaries = [first, ...between, (between.at(-1) ?? first) + 1234];
        const rollup = await tallyRollupSeries(db, { unit, filter, boundaries }, "distributions");
        if (rollup === undefined) return;
        answered += 1;
        expect(rollup).toEqual(await tallyRowsSeries(db, { unit, filter, boundaries }));
      }),
      runs,
    );
    expect(answered).toBeGreaterThan(runs.numRuns / 5);
  });

  test.each(["UTC", "Asia/Kathmandu", "Europe/Berlin", "America/New_York"])(
    "in each half hour of the week in %s",
    async (timeZone) => {
      await expectSame(
        async (question) => ({
          rollup: await tallyRollupSlots(db, { unit, ...question, timeZone }, "distributions"),
          rows: await tallyRowsSlots(db, { unit, ...question, timeZone }),
        }),
        10,
      );
    },
  );
});

test("the queue's books balance as the rollups count them", async () => {
  await expectSame(async (question) => {
    const tally = await tallyRollup(db, { unit: "visit", ...question }, "counts");
    const offered = await countCohort(db, {
      scope: systemCallScope,
      cohort: { unit: "visit", ...question },
      filter: { deleted: "with" },
    });
    const books = { offered: offered.records, accounted: offered.records, isBalanced: true };
    return { rollup: tally && reconcile(tally), rows: books };
  });
});

describe.each(["offer", "leg"] as const)("of each %s, rollups keep agents within groups apart", (unit) => {
  const pairs = () => fc.tuple(questions(), generatedPairs());

  test("whichever groups and agents are asked for, in any period", async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(pairs(), async ([{ from, until }, filter]) => {
        const asked = { unit, from, until, filter };
        const rollup = await tallyRollup(db, asked, "distributions");
        expect(rollup).toEqual(await tallyRows(db, asked));
        counted += rollup?.answered ?? 0;
      }),
      runs,
    );
    expect(counted).toBeGreaterThan(runs.numRuns);
  });

  test("agent by agent within groups, and group by group of agents", async () => {
    let keys = 0;
    await fc.assert(
      fc.asyncProperty(pairs(), fc.boolean(), async ([{ from, until }, filter], isWhole) => {
        for (const [by, other] of [
          ["agent", "skillGroupIds"],
          ["skillGroup", "agentIds"],
        ] as const) {
          const narrowed = isWhole ? { [other]: filter[other] } : filter;
          const asked = { unit, by, from, until, filter: narrowed };
          const rollup = await tallyRollupBy(db, asked, "distributions");
          expect(rollup).toEqual(await tallyRowsBy(db, asked));
          keys += rollup?.size ?? 0;
        }
      }),
      runs,
    );
    expect(keys).toBeGreaterThan(runs.numRuns);
  });

  test("along a series of whole days", async () => {
    const first = Math.floor(Math.min(...instants) / DAY_MS) * DAY_MS;
    const boundaries = Array.from({ length: 300 }, (_, day) => first + day * DAY_MS);
    await fc.assert(
      fc.asyncProperty(generatedPairs(), async (filter) => {
        const rollup = await tallyRollupSeries(db, { unit, filter, boundaries }, "distributions");
        expect(rollup).toEqual(await tallyRowsSeries(db, { unit, filter, boundaries }));
      }),
      { ...runs, numRuns: 10 },
    );
  });
});

test("calls of several groups count once, whichever of the groups are asked for", async () => {
  let several = 0;
  await fc.assert(
    fc.asyncProperty(questions(), generatedPairs(), async ({ from, until }, { skillGroupIds }) => {
      const asked = { unit: "call", from, until, filter: { skillGroupIds } } as const;
      const rollup = await tallyRollup(db, asked, "distributions");
      expect(rollup).toEqual(await tallyRows(db, asked));
      const byGroup = await tallyRollupBy(db, { ...asked, by: "skillGroup" }, "distributions");
      expect(byGroup).toEqual(await tallyRowsBy(db, { ...asked, by: "skillGroup" }));
      const apart = [...(byGroup ?? [])].reduce((sum, [, tally]) => sum + callVolume(tally), 0);
      several += rollup && apart > callVolume(rollup) ? 1 : 0;
    }),
    runs,
  );
  expect(several).toBeGreaterThan(0);
});

test("a histogram that two parts of a page need is read once, for both", async () => {
  const question = {
    unit: "leg" as const,
    filter: {},
    boundaries: [Math.min(...instants), Math.max(...instants)],
  };
  const twice = await tallyRollupSeries(db, question, ["handles", "handles"]);
  expect(twice?.[0]?.handles.counts).not.toEqual([]);
  expect(twice).toEqual(await tallyRollupSeries(db, question, ["handles"]));
});
