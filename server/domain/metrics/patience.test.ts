import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { lifeFrom } from "@/server/domain/calls/life-from-numbers";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import {
  bucketOf,
  countOf,
  histogramOf,
  type LogHistogram,
  lowerBound,
  midpointOf,
} from "@/server/domain/metrics/log-histogram";
import { patience, patienceLost } from "@/server/domain/metrics/patience";
import { survivalOf } from "@/server/domain/metrics/survival";
import { emptyTally, tallyOf } from "@/server/domain/metrics/tally-facts";
import { waitMsAt } from "@/server/domain/metrics/tally-visits";

const at = (seconds: number) => midpointOf(bucketOf(seconds * 1000));
const seconds = (...list: number[]) => histogramOf(list.map((one) => one * 1000));

test("a share is lost at the first step that leaves no more than the rest", () => {
  // Of ten, one gives up at 10 s, one at 20 s; five are answered; of three left, two give up at 60 s.
  const steps = survivalOf(seconds(10, 20, 60, 60), seconds(30, 30, 30, 30, 30, 90));
  expect(patienceLost(steps, 0.1)).toMatchObject({ afterMs: at(10) });
  expect(patienceLost(steps, 0.25)).toMatchObject({ afterMs: at(60) });
  expect(patienceLost(steps, 0.5)).toMatchObject({ afterMs: at(60), highMs: null });
  expect(patienceLost(steps, 0.9)).toEqual({ lost: 0.9, afterMs: null, lowMs: at(60), highMs: null });
});

test("where nobody gives up, no share is ever lost", () => {
  const nothing = { lost: 0.1, afterMs: null, lowMs: null, highMs: null };
  expect(patienceLost(survivalOf(seconds(), seconds(10, 500)), 0.1)).toEqual(nothing);
});

test("the moment lies within its interval", () => {
  const waits = fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 60 }).map(histogramOf);
  fc.assert(
    fc.property(waits, waits, fc.constantFrom(0.1, 0.25, 0.5), (events, censored, lost) => {
      const { afterMs, lowMs, highMs } = patienceLost(survivalOf(events, censored), lost);
      if (afterMs !== null) expect(lowMs).toBeLessThanOrEqual(afterMs);
      if (highMs !== null) expect(afterMs).toBeLessThanOrEqual(highMs);
    }),
    { seed: 20_261_126 },
  );
});

test("who still waits is held to be patient for as long as they have waited, and no longer", () => {
  const tally = { ...emptyTally("visit"), abandonedWaits: seconds(10, 60) };
  const shares = (presentWaits: LogHistogram) => patience(tally, presentWaits).map(({ share }) => share);
  expect(shares(seconds())).toEqual([0.5, 0]);
  expect(shares(seconds(30, 30))).toEqual([0.75, 0]);
  expect(shares(seconds(90, 90))).toEqual([0.75, 0.5]);
});

test("those at risk at a step are the visits that waited, or have waited by now, at least so long", () => {
  const lives = fc.array(
    fc.array(fc.nat(), { minLength: 4, maxLength: 120, size: "max" }).map((numbers) => lifeFrom(numbers)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lives, fc.integer({ min: 0, max: 600_000 }), (calls, now) => {
      const facts = calls.flatMap((events) => factsOfCall(foldCall(events)).visits);
      const tally = tallyOf("visit", facts);
      const waits = facts.map(({ visit }) => waitMsAt(visit, now) ?? -1);
      const waiting = facts.filter(({ visit }) => visit.outcome === "waiting");
      const presentWaits = histogramOf(waiting.map(({ visit }) => waitMsAt(visit, now) ?? -1));
      const steps = patience(tally, presentWaits);
      for (const { afterMs, atRisk } of steps) {
        const fromMs = lowerBound(bucketOf(afterMs));
        expect(waits.filter((waitMs) => waitMs >= fromMs)).toHaveLength(atRisk);
      }
      const hungUp = new Set([...tally.abandonedWaits.buckets, ...tally.shortAbandonedWaits.buckets]);
      expect(steps).toHaveLength(hungUp.size);
      expect(countOf(tally.abandonedWaits)).toBe(tally.abandoned);
    }),
    { seed: 20_261_126, numRuns: 60 },
  );
});
