import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { lifeFrom } from "@/server/domain/calls/life-from-numbers";
import { abandonmentRate } from "@/server/domain/metrics/abandonment";
import { durationSpread } from "@/server/domain/metrics/duration-spread";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import {
  handleTime,
  holdTime,
  talkTime,
  unfinishedLegs,
  wrapUpTime,
} from "@/server/domain/metrics/handle-time";
import { histogramOf } from "@/server/domain/metrics/log-histogram";
import { occupancy } from "@/server/domain/metrics/occupancy";
import { medianInterval } from "@/server/domain/metrics/quantile";
import { reconcile } from "@/server/domain/metrics/reconcile";
import { ringTime } from "@/server/domain/metrics/ring-time";
import { ronaRate } from "@/server/domain/metrics/rona-rate";
import {
  readServiceLevel,
  type ServiceLevelReading,
  serviceLevel,
} from "@/server/domain/metrics/service-level";
import { speedOfAnswer } from "@/server/domain/metrics/speed-of-answer";
import { addTallies, emptyTally, subtractTallies, tallyOf } from "@/server/domain/metrics/tally-facts";
import { transferRate } from "@/server/domain/metrics/transfer-rate";
import { callVolume } from "@/server/domain/metrics/volume";
import { waitOfAbandoned } from "@/server/domain/metrics/wait-of-abandoned";

const readingIds = [
  "amazonConnect",
  "genesysWithFlowOuts",
  "genesysWithoutFlowOuts",
  "genesysWithoutShortAbandons",
  "ciscoIgnore",
  "ciscoNegative",
  "ciscoPositive",
  "asterisk",
  "asterisk2",
] as const;
const noCalls = emptyTally("call");
const noVisits = emptyTally("visit");
const noOffers = emptyTally("offer");
const noLegs = emptyTally("leg");

/** 1,000 offered, X = 20 s, short below 5 s: the case worked out in the design. */
const thousand = {
  ...noVisits,
  offered: 1000,
  answered: 850,
  answeredWithin: 700,
  shortAbandoned: 20,
  shortAbandonedWithin: 20,
  abandoned: 110,
  abandonedWithin: 60,
  callback: 20,
  callbackWithin: 10,
};

const percent = (share: number | undefined) => ((share ?? Number.NaN) * 100).toFixed(1);

describe("of the thousand calls whose service level everybody prints differently", () => {
  test("ours is 71.4 %", () => {
    expect(percent(serviceLevel(thousand)?.share)).toBe("71.4");
  });

  test.each<[ServiceLevelReading, string]>([
    ["genesysWithFlowOuts", "70.0"],
    ["genesysWithoutFlowOuts", "71.4"],
    ["genesysWithoutShortAbandons", "72.9"],
    ["ciscoNegative", "72.9"],
    ["ciscoIgnore", "77.8"],
    ["amazonConnect", "79.0"],
    ["ciscoPositive", "79.2"],
    ["asterisk2", "79.6"],
    ["asterisk", "82.4"],
  ])("%s reads %s %%", (reading, share) => {
    expect(percent(readServiceLevel(reading, thousand)?.share)).toBe(share);
  });

  test("who waits beyond the threshold has missed it, who waits since less is left out", () => {
    const waiting = { ...thousand, offered: 1030, waiting: 30 };
    expect(serviceLevel(waiting)?.whole).toBe(1010);
    expect(serviceLevel(waiting, 20)?.whole).toBe(990);
  });

  test("abandonment leaves the short abandons out, and a wait of its own stands beside the speed of answer", () => {
    expect(abandonmentRate(thousand)).toEqual({ part: 110, whole: 980, share: 110 / 980 });
  });
});

// Counters of the recorded Asterisk 22 session: its hotline queue with 10 s, its vip queue with 5 s.
test.each([
  {
    queue: "hotline",
    counts: {
      answered: 77,
      answeredWithin: 58,
      abandoned: 46,
      abandonedWithin: 41,
      overflowed: 13,
      givenUp: 5,
    },
    readings: ["75.3", "77.3"],
  },
  {
    queue: "vip",
    counts: { answered: 28, answeredWithin: 23, abandoned: 2, abandonedWithin: 2 },
    readings: ["82.1", "83.3"],
  },
])("Asterisk's own counters of $queue are met", ({ counts, readings }) => {
  const tally = { ...noVisits, ...counts };
  const read = (["asterisk", "asterisk2"] as const).map((reading) => readServiceLevel(reading, tally));
  expect(read.map((figure) => percent(figure?.share))).toEqual(readings);
});

describe("without any record there is no figure, neither 0 % nor 100 %", () => {
  test.each<[string, unknown]>([
    ["service level", serviceLevel(noVisits)],
    ...readingIds.map((name): [string, unknown] => [name, readServiceLevel(name, noVisits)]),
    ["service level of the young", serviceLevel({ ...noVisits, offered: 3, waiting: 3 }, 3)],
    ["service level of short abandons", serviceLevel({ ...noVisits, offered: 3, shortAbandoned: 3 })],
    ["abandonment", abandonmentRate(noVisits)],
    ["speed of answer", speedOfAnswer(noVisits)],
    ["wait of the abandoned", waitOfAbandoned(noVisits)],
    ["handle time", handleTime(noLegs)],
    ["talk time", talkTime(noLegs)],
    ["hold time", holdTime(noLegs)],
    ["wrap-up time", wrapUpTime(noLegs)],
    ["ring time", ringTime(noOffers)],
    ["RONA rate", ronaRate({ ...noOffers, offered: 2, ringing: 2 })],
    ["transfer rate", transferRate(noLegs)],
    ["occupancy", occupancy({ ringMs: 0, talkMs: 0, holdMs: 0, wrapUpMs: 0, freeIdleMs: 0 })],
  ])("%s", (_, figure) => {
    expect(figure).toBeNull();
  });
});

test("calls that their sender disowns are no calls", () => {
  const outcomes = { ...noCalls.outcomes, answered: 3, in_progress: 1, phantom: 5 };
  expect(callVolume({ ...noCalls, outcomes })).toBe(4);
});

test("a mean comes with median, P90 and n", () => {
  const answeredWaits = histogramOf([10, 20, 90]);
  expect(speedOfAnswer({ ...noVisits, answered: 3, answeredWaitMs: 120, answeredWaits })).toEqual({
    n: 3,
    meanMs: 40,
    medianMs: 20,
    p90Ms: expect.closeTo(76, 6),
    medianMsInterval: null,
  });
});

test("a median of few has its interval, one of many needs none", () => {
  const waits = (n: number) => histogramOf(Array.from({ length: n }, (_, index) => 1000 + index));
  const figure = (n: number) => speedOfAnswer({ ...noVisits, answeredWaitMs: 1, answeredWaits: waits(n) });
  expect(figure(199)?.medianMsInterval).toEqual(medianInterval(waits(199)));
  expect(figure(200)?.medianMsInterval).toBeNull();
});

test("hold and wrap-up are means over the legs that had them, handle time over all that are finished", () => {
  const legs = { ...noLegs, answered: 5, finished: 2, holdMs: 30, holds: histogramOf([30]), handleMs: 100 };
  expect(holdTime(legs)).toMatchObject({ n: 1, meanMs: 30 });
  expect(handleTime({ ...legs, handles: histogramOf([40, 60]) })).toMatchObject({ n: 2, meanMs: 50 });
  expect(unfinishedLegs(legs)).toBe(3);
});

test("RONA is counted per offer that is over, transfers per answered leg", () => {
  const offers = { ...noOffers, offered: 12, answered: 6, missed: 3, withdrawn: 1, ringing: 2 };
  expect(ronaRate(offers)).toEqual({ part: 3, whole: 10, share: 0.3 });
  expect(transferRate({ ...noLegs, answered: 4, transferred: 1 })?.share).toBe(0.25);
});

test("occupancy counts ring as work, and is not known without presence", () => {
  const busy = { ringMs: 10, talkMs: 50, holdMs: 10, wrapUpMs: 5 };
  expect(occupancy({ ...busy, freeIdleMs: 25 })).toEqual({ part: 75, whole: 100, share: 0.75 });
  expect(occupancy({ ...busy, freeIdleMs: null })).toBeNull();
});

const generated = fc
  .array(fc.array(fc.nat(), { minLength: 4, maxLength: 120, size: "max" }), { maxLength: 6 })
  .map((calls) => calls.map((numbers) => factsOfCall(foldCall(lifeFrom(numbers)))));
const seeded = { seed: 20_261_123, numRuns: 60 };

describe("for any set of calls", () => {
  test("the queue's books balance", () => {
    fc.assert(
      fc.property(generated, (calls) => {
        const visits = calls.flatMap((call) => call.visits);
        const tally = tallyOf("visit", visits);
        const books = { offered: visits.length, accounted: visits.length, isBalanced: true };
        expect(reconcile(tally)).toEqual(books);
        expect(tally.givenUp).toBeLessThanOrEqual(tally.overflowed);
      }),
      seeded,
    );
  });

  test("tallies add up as the sets of records do, and can be taken apart again", () => {
    fc.assert(
      fc.property(generated, fc.nat(6), (calls, cut) => {
        const [some, others] = [calls.slice(0, cut), calls.slice(cut)];
        const check = <Kind extends "call" | "visit" | "offer" | "leg">(
          unit: Kind,
          factsOf: (part: typeof calls) => Parameters<typeof tallyOf<Kind>>[1],
        ) => {
          const [one, other] = [tallyOf(unit, factsOf(some)), tallyOf(unit, factsOf(others))];
          const sum = addTallies(unit, one, other);
          expect(sum).toEqual(tallyOf(unit, factsOf(calls)));
          expect(subtractTallies(unit, sum, other)).toEqual(one);
          expect(subtractTallies(unit, one, one)).toEqual(emptyTally(unit));
        };
        check("call", (part) => part.flatMap((call) => call.calls));
        check("visit", (part) => part.flatMap((call) => call.visits));
        check("offer", (part) => part.flatMap((call) => call.offers));
        check("leg", (part) => part.flatMap((call) => call.legs));
      }),
      seeded,
    );
  });
});

test("books that do not balance say so", () => {
  expect(reconcile(thousand).isBalanced).toBe(true);
  expect(reconcile({ ...thousand, offered: 1001 }).isBalanced).toBe(false);
  expect(reconcile({ ...thousand, abandoned: 109 })).toMatchObject({ accounted: 999, isBalanced: false });
});

describe("the spread of durations", () => {
  test("is none of nothing", () => {
    expect(durationSpread(0, histogramOf([]))).toBeNull();
  });

  test("of 1 to 21 milliseconds, which have a bucket each, lies where it must", () => {
    const durations = Array.from({ length: 21 }, (_, index) => index + 1);
    expect(durationSpread(231, histogramOf(durations))).toMatchObject({
      n: 21,
      meanMs: 11,
      p10Ms: 3,
      p25Ms: 6,
      medianMs: 11,
      p75Ms: 16,
      p90Ms: 19,
      p95Ms: 20,
    });
  });
});
