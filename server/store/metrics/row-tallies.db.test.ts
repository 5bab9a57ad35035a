import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "@/server/domain/instant";
import { type FigureFilter, Unit } from "@/server/domain/metrics/cohort";
import { anchorOf } from "@/server/domain/metrics/cohort-membership";
import { Dimension } from "@/server/domain/metrics/dimension";
import { keysAsked, keysOf, passesFilter } from "@/server/domain/metrics/dimension-keys";
import type { Facts } from "@/server/domain/metrics/fact";
import { reconcile } from "@/server/domain/metrics/reconcile";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { tallyOf } from "@/server/domain/metrics/tally-facts";
import { SLOT_COUNT, weekSlotOf } from "@/server/domain/metrics/time/week-slots";
import { tallyRows, tallyRowsBy, tallyRowsSeries, tallyRowsSlots } from "@/server/store/metrics/row-tallies";
import { generatedCalls } from "@/server/testing/generated-calls";
import { generatedFilters, generatedPeriods, nearOneOf } from "@/server/testing/generated-figures";
import { type FactsByUnit, recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_123, numRuns: 12 }).flat();
const runs = { seed: 20_261_123, numRuns: 60 };
let facts: FactsByUnit;
let instants: Instant[];

beforeAll(async () => {
  facts = (await recordGenerated(db, calls)).facts;
  instants = Unit.options.flatMap((unit) => facts[unit].map(anchorOf));
});

interface Asked {
  readonly from: Instant;
  readonly until: Instant;
  readonly filter: FigureFilter;
}

const questions = () =>
  fc.tuple(generatedPeriods(instants), generatedFilters()).map(([period, filter]) => ({ ...period, filter }));

function asked<Kind extends Unit>(unit: Kind, { from, until, filter }: Asked): Facts[Kind][] {
  return facts[unit].filter((fact) => {
    const at = anchorOf(fact);
    return from <= at && at < until && passesFilter(filter, fact);
  });
}

test("the generated calls are many and of every kind", () => {
  const outcomes = new Set(facts.visit.map(({ visit }) => visit.outcome));
  expect(calls.length).toBeGreaterThan(100);
  expect(outcomes.size).toBe(6);
  expect(facts.leg.some(({ leg }) => leg.wrapUpStartedAt !== null && leg.wrapUpEndedAt === null)).toBe(true);
});

test("the queue's books balance as the database counts them, in any period and by any filter", async () => {
  await fc.assert(
    fc.asyncProperty(questions(), async (question) => {
      const tally = await tallyRows(db, { unit: "visit", ...question });
      const offered = asked("visit", question).length;
      expect(reconcile(tally)).toEqual({ offered, accounted: offered, isBalanced: true });
    }),
    runs,
  );
});

describe.each(Unit.options)(
  "of each %s, the database counts what the domain counts, deleted or not, however late it was told,",
  (unit) => {
    test("in any period and by any filter", async () => {
      await fc.assert(
        fc.asyncProperty(questions(), async (question) => {
          expect(await tallyRows(db, { unit, ...question })).toEqual(tallyOf(unit, asked(unit, question)));
        }),
        runs,
      );
    });

    test.each(Dimension.options)("by %s", async (by) => {
      await fc.assert(
        fc.asyncProperty(questions(), async (question) => {
          const keys = keysAsked(question.filter, by);
          const expected = new Map<string | null, Facts[typeof unit][]>();
          for (const fact of asked(unit, question)) {
            for (const key of keysOf(by, fact)) {
              if (keys === undefined || keys.includes(key))
                expected.set(key, [...(expected.get(key) ?? []), fact]);
            }
          }
          expect(await tallyRowsBy(db, { unit, ...question, by })).toEqual(
            new Map([...expected].map(([key, ofKey]) => [key, tallyOf(unit, ofKey)])),
          );
        }),
        { ...runs, numRuns: 15 },
      );
    });

    test("along any series of intervals", async () => {
      const ends = fc.uniqueArray(nearOneOf(instants), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(ends, generatedFilters(), async (unsorted, filter) => {
          const boundaries = unsorted.toSorted((one, other) => one - other);
          const expected = boundaries
            .slice(1)
            .map((until, index) =>
              tallyOf(unit, asked(unit, { from: boundaries[index] ?? until, until, filter })),
            );
          expect(await tallyRowsSeries(db, { unit, filter, boundaries })).toEqual(expected);
        }),
        runs,
      );
    });

    test.each(["UTC", "Asia/Kathmandu", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])(
      "in each half hour of the week in %s",
      async (timeZone) => {
        await fc.assert(
          fc.asyncProperty(questions(), async (question) => {
            const slots: Facts[typeof unit][][] = Array.from({ length: SLOT_COUNT }, () => []);
            for (const fact of asked(unit, question)) {
              const { weekday, halfHour } = weekSlotOf(anchorOf(fact), timeZone);
              slots[(weekday - 1) * 48 + halfHour]?.push(fact);
            }
            const expected: TallyOf<typeof unit>[] = slots.map((ofSlot) => tallyOf(unit, ofSlot));
            expect(await tallyRowsSlots(db, { unit, ...question, timeZone })).toEqual(expected);
          }),
          { ...runs, numRuns: 10 },
        );
      },
    );
  },
);
