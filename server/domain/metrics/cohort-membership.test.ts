import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { lifeFrom } from "@/server/domain/calls/life-from-numbers";
import { AGENTS, eventsOf, SKILL_GROUPS } from "@/server/domain/calls/life-notation";
import { Cohort, type Unit } from "@/server/domain/metrics/cohort";
import { anchorOf, belongsTo, membersOf } from "@/server/domain/metrics/cohort-membership";
import { Dimension } from "@/server/domain/metrics/dimension";
import { keysOf } from "@/server/domain/metrics/dimension-keys";
import type { Facts } from "@/server/domain/metrics/fact";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { bucketsOf, countOf, type LogHistogram, lowerBound } from "@/server/domain/metrics/log-histogram";
import { SERVICE_LEVEL_READINGS } from "@/server/domain/metrics/service-level";
import { tallyOf } from "@/server/domain/metrics/tally-facts";
import { countFates } from "@/server/domain/metrics/visit-fates";

const factsOf = (life: string) => factsOfCall(foldCall(eventsOf(life)));
const always = { from: -1_000_000_000_000, until: 10_000_000_000_000, filter: {} };

// One call: 2 s in the IVR, overflowed after 20 s, answered after 20.001 s, held, handed over, wrapped up.
const { calls, visits, offers, legs } = factsOf(`
  0 callArrived, 0 ivrEntered menu, 1 ivrKeyPressed menu 1, 2 ivrKeyPressed billing 2,
  2 queueEntered Orders, 22 queueLeft overflowed, 22 queueEntered Returns,
  30 agentOffered Bo, 38 offerMissed Bo, 38 agentOffered Ana, 42.001 agentAnswered Ana,
  50 customerHeld Ana, 53 customerRetrieved Ana, 55 transferStarted Ana Cy,
  55 wrapUpStarted Ana, 60 wrapUpFinished Ana, 61 agentOffered Cy, 62 agentAnswered Cy,
  72 callerHungUp, 72 wrapUpStarted Cy`);

const ordinalsOf = (conditions: Record<string, unknown> & { unit: Unit }) => {
  const cohort = Cohort.parse({ ...always, ...conditions });
  const facts: Facts[Unit][] = [...calls, ...visits, ...offers, ...legs];
  return facts.filter((fact) => belongsTo(cohort, fact)).map(ordinalOf);
};

function ordinalOf(fact: Facts[Unit]): number {
  if (fact.unit === "call") return 0;
  return fact.unit === "visit" ? fact.visit.ordinal : fact.leg.ordinal;
}

describe("of one call's records, a cohort holds", () => {
  const { Orders, Returns } = SKILL_GROUPS;
  const { Ana, Bo, Cy } = AGENTS;
  test.each<[Unit, Record<string, unknown>, number[]]>([
    ["call", {}, [0]],
    ["call", { from: 0, until: 1 }, [0]],
    ["call", { from: 1 }, []],
    ["call", { until: 0 }, []],
    ["call", { ivr: { min: 2000, below: 2001 } }, [0]],
    ["call", { ivr: { below: 2000 } }, []],
    ["call", { filter: { skillGroupIds: [Returns] } }, [0]],
    ["call", { filter: { skillGroupIds: [null] } }, []],
    ["call", { filter: { agentIds: [Bo] } }, [0]],
    ["call", { filter: { paths: ["1-2"], exitNodes: ["billing"], direction: "inbound" } }, [0]],
    ["call", { filter: { paths: ["1"] } }, []],
    ["call", { filter: { exitNodes: ["menu", null] } }, []],
    ["call", { filter: { verifications: [null] } }, [0]],
    ["call", { filter: { provinces: [null] } }, []],
    ["visit", {}, [1, 2]],
    ["visit", { from: 22_000 }, [2]],
    ["visit", { visitOutcomes: ["overflowed"] }, [1]],
    ["visit", { withinTarget: true }, [1]],
    ["visit", { withinTarget: false }, [2]],
    ["visit", { wait: { min: 20_001 } }, [2]],
    ["visit", { fates: [{ outcome: "overflowed", givenUp: true }] }, []],
    ["visit", { fates: [{ outcome: "overflowed", withinTarget: true }, { outcome: "answered" }] }, [1, 2]],
    ["visit", { fates: [{ outcome: "answered", withinTarget: true }] }, []],
    ["visit", { nextSkillGroupId: Returns }, [1]],
    ["visit", { nextSkillGroupId: Orders }, []],
    ["visit", { nextSkillGroupId: null }, [2]],
    ["visit", { filter: { skillGroupIds: [Orders, null] } }, [1]],
    ["visit", { filter: { agentIds: [Ana, Bo] } }, [2]],
    ["offer", {}, [1, 2, 3]],
    ["offer", { legOutcomes: ["missed"] }, [1]],
    ["offer", { ring: { min: 1000, below: 4001 } }, [3]],
    ["offer", { filter: { agentIds: [Ana, Cy] } }, [2, 3]],
    ["offer", { filter: { skillGroupIds: [null] } }, [3]],
    ["leg", {}, [2, 3]],
    ["leg", { from: 62_000 }, [3]],
    ["leg", { transferred: true }, [2]],
    ["leg", { short: true }, [2, 3]],
    ["leg", { finished: true }, [2]],
    ["leg", { finished: false }, [3]],
    ["leg", { talk: { min: 0 } }, [2]],
    ["leg", { hold: { min: 3000, below: 3001 } }, [2]],
    ["leg", { wrapUp: { min: 5000, below: 5001 } }, [2]],
    ["leg", { handle: { min: 17_999, below: 18_000 } }, [2]],
    ["leg", { handle: { min: 18_000 } }, []],
  ])("%s %j: %j", (unit, conditions, ordinals) => {
    expect(ordinalsOf({ unit, ...conditions })).toEqual(ordinals);
  });
});

test("a half hour of the week is read from the clocks of its zone", () => {
  const [call] = factsOf("0 callArrived").calls;
  const inSlot = (weekday: number, halfHour: number, timeZone: string) =>
    belongsTo({ unit: "call", ...always, slot: { weekday, halfHour, timeZone } }, call);
  expect(inSlot(4, 0, "UTC")).toBe(true);
  expect(inSlot(4, 11, "Asia/Kathmandu")).toBe(true);
  expect(inSlot(3, 38, "America/New_York")).toBe(true);
  expect(inSlot(4, 1, "UTC")).toBe(false);
  expect(inSlot(5, 0, "UTC")).toBe(false);
});

test("a call that its sender disowns is shown only when asked for by outcome, and has no times", () => {
  const [call] = factsOf("0 callArrived, 0 ivrEntered menu, 2 callEnded phantom").calls;
  expect(belongsTo({ unit: "call", ...always }, call)).toBe(false);
  expect(belongsTo({ unit: "call", ...always, filter: { outcomes: ["phantom"] } }, call)).toBe(true);
  const timed = Cohort.parse({ unit: "call", ...always, filter: { outcomes: ["phantom"] }, ivr: { min: 0 } });
  expect(belongsTo(timed, call)).toBe(false);
});

test("a visit that still waits has ended neither within its target nor beyond it", () => {
  const [visit] = factsOf("0 callArrived, 2 queueEntered Orders").visits;
  if (visit === undefined) throw new Error("no visit");
  expect(belongsTo({ unit: "visit", ...always, withinTarget: true }, visit)).toBe(false);
  expect(belongsTo({ unit: "visit", ...always, withinTarget: false }, visit)).toBe(false);
  expect(belongsTo({ unit: "visit", ...always, wait: { min: 0 } }, visit)).toBe(false);
  expect(belongsTo({ unit: "visit", ...always, visitOutcomes: ["waiting"] }, visit)).toBe(true);
});

test.each([
  ["within", 22_000, true],
  ["past", 22_001, false],
  ["not yet begun to approach", 1000, true],
] as const)("a visit that still waits is judged by an instant: %s its target", (_, asOf, withinTarget) => {
  const [visit] = factsOf("0 callArrived, 2 queueEntered Orders").visits;
  if (visit === undefined) throw new Error("no visit");
  const judged = { unit: "visit", ...always, asOf } as const;
  const waitMs = Math.max(0, asOf - 2000);
  expect(belongsTo({ ...judged, withinTarget }, visit)).toBe(true);
  expect(belongsTo({ ...judged, withinTarget: !withinTarget }, visit)).toBe(false);
  expect(belongsTo({ ...judged, fates: [{ outcome: "waiting", withinTarget }] }, visit)).toBe(true);
  expect(belongsTo({ ...judged, wait: { min: waitMs, below: waitMs + 1 } }, visit)).toBe(true);
  expect(belongsTo({ ...judged, wait: { min: waitMs + 1 } }, visit)).toBe(false);
});

test("a call that repeats another is told from the calls around it, a period's first by one before it", () => {
  const facts = ["0 callArrived", "3600 callArrived", "90000 callArrived"].flatMap(
    (life) => factsOf(life).calls,
  );
  const repeats = (conditions: object) =>
    membersOf(Cohort.parse({ unit: "call", ...always, ...conditions }), facts).map(anchorOf);
  expect(repeats({ repeatWithinHours: 1 })).toEqual([3_600_000]);
  expect(repeats({ repeatWithinHours: 24 })).toEqual([3_600_000, 90_000_000]);
  expect(repeats({ repeatWithinHours: 24, from: 90_000_000 })).toEqual([90_000_000]);
  expect(repeats({ fromNumber: true })).toHaveLength(3);
});

const generated = fc.array(
  fc
    .array(fc.nat(), { minLength: 4, maxLength: 120, size: "max" })
    .map((numbers) => foldCall(lifeFrom(numbers))),
  { maxLength: 6 },
);
const factsOfAll = generated.map((folded) => {
  const all = folded.map(factsOfCall);
  return {
    call: all.flatMap((one) => one.calls),
    visit: all.flatMap((one) => one.visits),
    offer: all.flatMap((one) => one.offers),
    leg: all.flatMap((one) => one.legs),
  };
});
const seeded = { seed: 20_261_123, numRuns: 40 };

describe("every count of a tally is the size of the cohort that opens it", () => {
  const size = (facts: readonly Facts[Unit][], conditions: Record<string, unknown>) => {
    const cohort = Cohort.parse({ ...always, ...conditions });
    return facts.filter((fact) => belongsTo(cohort, fact)).length;
  };

  function expectBars(
    histogram: LogHistogram,
    facts: readonly Facts[Unit][],
    conditionsOf: (span: { min: number; below: number }) => Record<string, unknown>,
  ): void {
    for (const [bucket, count] of bucketsOf(histogram)) {
      const span = { min: lowerBound(bucket), below: lowerBound(bucket + 1) };
      expect(size(facts, conditionsOf(span))).toBe(count);
    }
    expect(size(facts, conditionsOf({ min: 0, below: Number.MAX_SAFE_INTEGER }))).toBe(countOf(histogram));
  }

  test("of calls", () => {
    fc.assert(
      fc.property(factsOfAll, ({ call }) => {
        const tally = tallyOf("call", call);
        for (const [outcome, count] of Object.entries(tally.outcomes)) {
          expect(size(call, { unit: "call", filter: { outcomes: [outcome] } })).toBe(count);
        }
        const inIvr = (filter: object) => size(call, { unit: "call", filter, ivr: {} });
        expect(inIvr({})).toBe(tally.inIvr);
        expect(inIvr({ outcomes: ["left_in_ivr"] })).toBe(tally.ivrLeft);
        expect(inIvr({ outcomes: ["answered"] })).toBe(tally.ivrAnswered);
        expectBars(tally.ivrs, call, (ivr) => ({ unit: "call", ivr }));
      }),
      seeded,
    );
  });

  test("of visits", () => {
    fc.assert(
      fc.property(factsOfAll, ({ visit }) => {
        const tally = tallyOf("visit", visit);
        const sizeOf = (outcome: string, more = {}) =>
          size(visit, { unit: "visit", visitOutcomes: [outcome], ...more });
        expect(sizeOf("answered")).toBe(tally.answered);
        expect(sizeOf("waiting")).toBe(tally.waiting);
        expect(sizeOf("short_abandoned")).toBe(tally.shortAbandoned);
        expect(sizeOf("answered", { withinTarget: true })).toBe(tally.answeredWithin);
        expect(sizeOf("answered", { withinTarget: false })).toBe(tally.answered - tally.answeredWithin);
        expect(sizeOf("callback", { withinTarget: true })).toBe(tally.callbackWithin);
        expect(sizeOf("overflowed", { withinTarget: true })).toBe(tally.overflowedWithin);
        const bars = (outcomes: string[]) => (wait: unknown) => ({
          unit: "visit",
          visitOutcomes: outcomes,
          wait,
        });
        expectBars(tally.answeredWaits, visit, bars(["answered"]));
        expectBars(tally.abandonedWaits, visit, bars(["abandoned"]));
        expectBars(tally.shortAbandonedWaits, visit, bars(["short_abandoned"]));
        expectBars(tally.otherWaits, visit, bars(["overflowed", "callback"]));
      }),
      seeded,
    );
  });

  test("of offers and legs", () => {
    fc.assert(
      fc.property(factsOfAll, ({ offer, leg }) => {
        const offers = tallyOf("offer", offer);
        expect(size(offer, { unit: "offer" })).toBe(offers.offered);
        expect(size(offer, { unit: "offer", legOutcomes: ["missed"] })).toBe(offers.missed);
        expect(size(offer, { unit: "offer", legOutcomes: ["talking", "ended"] })).toBe(offers.answered);
        expectBars(offers.rings, offer, (ring) => ({ unit: "offer", ring }));
        const legs = tallyOf("leg", leg);
        expect(size(leg, { unit: "leg" })).toBe(legs.answered);
        expect(size(leg, { unit: "leg", finished: true })).toBe(legs.finished);
        expect(size(leg, { unit: "leg", short: true })).toBe(legs.short);
        expect(size(leg, { unit: "leg", transferred: true })).toBe(legs.transferred);
        expectBars(legs.talks, leg, (talk) => ({ unit: "leg", talk }));
        expectBars(legs.holds, leg, (hold) => ({ unit: "leg", hold }));
        expectBars(legs.wrapUps, leg, (wrapUp) => ({ unit: "leg", wrapUp }));
        expectBars(legs.handles, leg, (handle) => ({ unit: "leg", handle }));
      }),
      seeded,
    );
  });
});

test("every reading of the service level counts the visits that its fates hold", () => {
  fc.assert(
    fc.property(factsOfAll, ({ visit }) => {
      const tally = tallyOf("visit", visit);
      for (const { part, whole } of Object.values(SERVICE_LEVEL_READINGS)) {
        for (const fates of [part, whole]) {
          const cohort = Cohort.parse({ unit: "visit", ...always, fates });
          expect(visit.filter((fact) => belongsTo(cohort, fact))).toHaveLength(countFates(tally, fates));
        }
      }
    }),
    seeded,
  );
});

test("a record is counted under at least one key of every dimension, and opened by each of them", () => {
  const fieldOf = {
    skillGroup: "skillGroupIds",
    province: "provinces",
    outcome: "outcomes",
    path: "paths",
    verification: "verifications",
    exitNode: "exitNodes",
  } as const;
  fc.assert(
    fc.property(factsOfAll, ({ call, visit, offer, leg }) => {
      for (const fact of [...call, ...visit, ...offer, ...leg]) {
        for (const dimension of Dimension.options) {
          const keys = keysOf(dimension, fact);
          expect(keys.length).toBeGreaterThan(0);
          if (dimension === "agent" || dimension === "direction") continue;
          const at = anchorOf(fact);
          for (const key of keys) {
            const filter = { [fieldOf[dimension]]: [key] };
            const cohort = Cohort.parse({ unit: fact.unit, from: at, until: at + 1, filter });
            expect(belongsTo(cohort, fact)).toBe(
              dimension === "outcome" || fact.traits.outcome !== "phantom" || fact.unit !== "call",
            );
          }
        }
      }
    }),
    seeded,
  );
});
