import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { passesFilter } from "@/server/domain/metrics/dimension-keys";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { histogramOf } from "@/server/domain/metrics/log-histogram";
import { repeatCalls } from "@/server/domain/metrics/repeat-calls";
import { waitMsAt } from "@/server/domain/metrics/tally-visits";
import { countRepeatCalls } from "@/server/store/metrics/repeat-calls";
import { countWaitingVisits, readPresentWaits } from "@/server/store/metrics/waiting-visits";
import { generatedCalls } from "@/server/testing/generated-calls";
import { generatedFilters, generatedPeriods, nearOneOf } from "@/server/testing/generated-figures";
import { recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

// Figures that no tally holds, against the same figures made in memory.

const { db } = useTestDatabase();
const calls = fc.sample(generatedCalls({ most: 60 }), { seed: 20_261_124, numRuns: 12 }).flat();
const runs = { seed: 20_261_124, numRuns: 80 };
const folded = calls.map(({ events }) => foldCall(events));
const calledFacts = folded.flatMap((call) => factsOfCall(call).calls);
const visits = folded.flatMap((call) => factsOfCall(call).visits);
const starts = folded.map(({ call }) => call.startedAt);
const entries = visits.map(({ visit }) => visit.enteredAt);

beforeAll(async () => {
  await recordGenerated(db, calls);
});

test("repeat calls, in any period, by any filter and within any hours", async () => {
  let repeated = 0;
  await fc.assert(
    fc.asyncProperty(
      generatedPeriods(starts),
      generatedFilters(),
      fc.integer({ min: 1, max: 720 }),
      async (period, filter, withinHours) => {
        const asked = calledFacts.filter((fact) => passesFilter(filter, fact));
        const expected = repeatCalls(asked, period, withinHours);
        repeated += expected?.part ?? 0;
        expect(await countRepeatCalls(db, { ...period, filter, withinHours })).toEqual(expected);
      },
    ),
    runs,
  );
  expect(repeated).toBeGreaterThan(0);
});

test("who waits, and who has not waited longer than the group's threshold, and how long they have", async () => {
  let waiting = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(nearOneOf(entries), { minLength: 2, maxLength: 5 }),
      generatedFilters(),
      fc.tuple(nearOneOf(entries), fc.integer({ min: 0, max: 60_000 })),
      async (instants, filter, [entered, later]) => {
        const boundaries = [...new Set(instants)].sort((one, other) => one - other);
        const now = entered + later;
        const counted = await countWaitingVisits(db, { filter, boundaries, now });
        const expected = visits.filter(
          (fact) => fact.visit.outcome === "waiting" && passesFilter(filter, fact),
        );
        const presentWaits: number[][] = [];
        boundaries.slice(1).forEach((until, interval) => {
          const from = boundaries[interval] ?? until;
          const inside = expected.filter(({ visit }) => from <= visit.enteredAt && visit.enteredAt < until);
          const young = inside.filter(
            ({ visit }) => now - visit.enteredAt <= visit.serviceLevelSeconds * 1000,
          );
          const own = counted.filter((one) => one.interval === interval);
          waiting += inside.length;
          expect(own.reduce((sum, one) => sum + one.waiting, 0)).toBe(inside.length);
          expect(own.reduce((sum, one) => sum + one.young, 0)).toBe(young.length);
          presentWaits.push(inside.map(({ visit }) => waitMsAt(visit, now) ?? -1));
        });
        const period = { from: Math.min(...boundaries), until: Math.max(...boundaries) };
        const present = await readPresentWaits(db, { ...period, filter, now });
        expect(present).toEqual(histogramOf(presentWaits.flat()));
      },
    ),
    runs,
  );
  expect(waiting).toBeGreaterThan(0);
});
