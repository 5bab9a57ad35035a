import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallEvent } from "@/server/domain/calls/event";
import { foldCall } from "@/server/domain/calls/fold";
import { POSSIBLE_EVENTS, walkLife } from "@/server/domain/calls/life-walk";
import type { FoldedCall } from "@/server/domain/calls/record";
import { timelineOf } from "@/server/domain/calls/timeline";

fc.configureGlobal({ seed: 20_261_122, numRuns: 400 });

const choice = fc.record({
  pick: fc.nat(),
  delayMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })),
});

const plausibleLife = fc.array(choice, { minLength: 1, maxLength: 60 }).map(walkLife);

/** A plausible life with events strewn in that do not belong where they are. */
const disturbedLife = fc
  .tuple(
    plausibleLife,
    fc.array(fc.record({ event: fc.constantFrom(...POSSIBLE_EVENTS), at: fc.nat(60_000) }), {
      maxLength: 10,
    }),
  )
  .map(([events, strays]) => [
    ...events,
    ...strays.map(({ event, at }, index) => ({ ...event, at, sourceId: `stray ${index + 1}` })),
  ]);

const shuffledAndDoubled = disturbedLife.chain((events) =>
  fc.tuple(
    fc.constant(events),
    fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
  ),
);

const sum = (durations: readonly (number | null)[]) =>
  durations.reduce<number>((total, duration) => total + (duration ?? 0), 0);

function durationsOf({ call, visits, legs }: FoldedCall): (number | null)[] {
  return [
    ...[call.ivrMs, call.waitMs, call.talkMs, call.holdMs, call.wrapUpMs, call.handleMs],
    ...visits.map(({ waitMs }) => waitMs),
    ...legs.flatMap(({ ringMs, talkMs, holdMs, wrapUpMs }) => [ringMs, talkMs, holdMs, wrapUpMs]),
  ];
}

/** The finished stretches of the lanes of one kind, summed for the named activities. */
function drawn(events: readonly CallEvent[], laneKind: string, activities: readonly string[]): number {
  const lanes = timelineOf(events)?.lanes ?? [];
  return sum(
    lanes
      .filter(({ lane }) => lane.kind === laneKind)
      .flatMap(({ stretches }) => stretches)
      .filter(({ kind }) => activities.includes(kind))
      .map(({ from, to }) => (to === null ? null : to - from)),
  );
}

describe("for any events of a call", () => {
  test("their order of arrival and their repetition change nothing", () => {
    fc.assert(
      fc.property(shuffledAndDoubled, ([events, delivered]) => {
        expect(foldCall(delivered)).toEqual(foldCall(events));
      }),
    );
  });

  test("no duration is negative", () => {
    fc.assert(
      fc.property(disturbedLife, (events) => {
        for (const duration of durationsOf(foldCall(events))) expect(duration ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("every event is taken or kept as an anomaly, and a plausible life has none", () => {
    fc.assert(
      fc.property(plausibleLife, (events) => {
        expect(foldCall(events).anomalies).toEqual([]);
      }),
    );
  });

  test("a visit is waiting or has left, with one outcome and the wait between", () => {
    fc.assert(
      fc.property(disturbedLife, (events) => {
        for (const visit of foldCall(events).visits) {
          const { outcome, enteredAt, leftAt, waitMs, answeredBy, exit } = visit;
          expect(outcome === "waiting").toBe(leftAt === null);
          expect(waitMs).toBe(leftAt === null ? null : leftAt - enteredAt);
          expect(outcome === "answered").toBe(answeredBy !== null);
          expect(outcome === "overflowed" || outcome === "callback").toBe(exit !== null);
        }
      }),
    );
  });

  test("a visit is answered by one leg at most, and only the last visit can be waiting", () => {
    fc.assert(
      fc.property(disturbedLife, (events) => {
        const { visits, legs } = foldCall(events);
        for (const { ordinal, answeredBy } of visits) {
          const answers = legs.filter(
            (leg) => leg.kind === "queue" && leg.visitOrdinal === ordinal && leg.answeredAt !== null,
          );
          expect(answers.map(({ agentId }) => agentId)).toEqual(answeredBy === null ? [] : [answeredBy]);
        }
        expect(visits.slice(0, -1).filter(({ outcome }) => outcome === "waiting")).toEqual([]);
      }),
    );
  });

  test("talk, hold and wrap-up make up the handle time, and the call's sums are those of its rows", () => {
    fc.assert(
      fc.property(disturbedLife, (events) => {
        const { call, visits, legs } = foldCall(events);
        const answered = legs.filter(({ answeredAt }) => answeredAt !== null);
        expect(call.handleMs).toBe(call.talkMs + call.holdMs + call.wrapUpMs);
        expect(call.talkMs).toBe(sum(answered.map(({ talkMs }) => talkMs)));
        expect(call.waitMs).toBe(sum(visits.map(({ waitMs }) => waitMs)));
        for (const { answeredAt, endedAt, talkMs, holdMs } of answered) {
          if (endedAt !== null) expect(sum([talkMs, holdMs])).toBe(endedAt - (answeredAt ?? 0));
        }
      }),
    );
  });

  test("a call that has ended leaves nobody waiting, ringing or talking", () => {
    fc.assert(
      fc.property(disturbedLife, (events) => {
        const { call, visits, legs } = foldCall(events);
        if (call.endedAt === null) return;
        expect(call.outcome).not.toBe("in_progress");
        expect(visits.filter(({ outcome }) => outcome === "waiting")).toEqual([]);
        expect(legs.filter(({ endedAt }) => endedAt === null)).toEqual([]);
      }),
    );
  });

  test("the timeline's stretches add up to the durations of the rows", () => {
    fc.assert(
      fc.property(plausibleLife, (events) => {
        const { call, legs } = foldCall(events);
        const talking = legs.filter(({ outcome }) => outcome === "talking");
        expect(drawn(events, "ivr", ["ivr"])).toBe(call.ivrMs);
        expect(drawn(events, "queue", ["waiting"])).toBe(call.waitMs);
        expect(drawn(events, "agent", ["ringing", "dialling"])).toBe(sum(legs.map(({ ringMs }) => ringMs)));
        expect(drawn(events, "agent", ["wrapping"])).toBe(sum(legs.map(({ wrapUpMs }) => wrapUpMs)));
        if (talking.length > 0) return;
        expect(drawn(events, "agent", ["talking", "conferencing", "consulted"])).toBe(call.talkMs);
        expect(drawn(events, "agent", ["holding", "consulting"])).toBe(call.holdMs);
      }),
    );
  });
});
