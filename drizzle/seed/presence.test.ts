import { describe, expect, test } from "vitest";
import { presenceChanges } from "@/drizzle/seed/presence";
import { generateTraffic } from "@/drizzle/seed/traffic";
import { foldCall } from "@/server/domain/calls/fold";
import type { Leg } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";
import { continuePresence } from "@/server/domain/presence/continue-presence";
import { isFreeIdle, type PresencePeriod, type SystemState } from "@/server/domain/presence/presence";

const now = Date.UTC(2026, 10, 22, 10, 30);
const { calls, attendance } = generateTraffic({ seed: 400, now, days: 9, agent: null, decisionDays: 0 });
const legs = calls
  .flatMap(({ events }) => foldCall(events).legs)
  .toSorted((one, other) => one.offeredAt - other.offeredAt);

const agents = attendance.map((ofAgent) => {
  const own = legs.filter(({ agentId }) => agentId === ofAgent.agentId);
  const changes = presenceChanges(ofAgent, own);
  const continued = continuePresence([], changes);
  if (!continued.ok) throw new Error(continued.reason);
  return { changes, periods: continued.value.begun, legs: own };
});

function msIn(periods: readonly PresencePeriod[], counts: (period: PresencePeriod) => boolean): number {
  return periods
    .filter(counts)
    .reduce((total, { startedAt, endedAt }) => total + (endedAt ?? now) - startedAt, 0);
}

/** Whether the agent was in that state, and no other, all the time between two instants. */
function isThroughout(periods: readonly PresencePeriod[], span: Span): boolean {
  const overlapping = periods.filter(
    ({ startedAt, endedAt }) => startedAt < span.until && (endedAt ?? now) > span.from,
  );
  return overlapping.length > 0 && overlapping.every(({ state }) => state === span.state);
}

interface Span {
  readonly state: SystemState;
  readonly from: Instant;
  readonly until: Instant;
}

function spansOf({ kind, offeredAt, answeredAt, endedAt, wrapUpStartedAt, wrapUpEndedAt }: Leg): Span[] {
  const offered = kind === "outbound" ? "on_call" : "ringing";
  return [
    ...spanOf(offered, offeredAt, answeredAt ?? endedAt),
    ...spanOf("on_call", answeredAt, endedAt),
    ...spanOf("wrapping_up", wrapUpStartedAt, wrapUpEndedAt),
  ];
}

function spanOf(state: SystemState, from: Instant | null, until: Instant | null): Span[] {
  return from === null || until === null || from === until ? [] : [{ state, from, until }];
}

describe("the presence of the demo's agents", () => {
  test("has one change an instant, in order, and periods without gap or overlap", () => {
    for (const { changes, periods } of agents) {
      expect(changes.length).toBeGreaterThan(100);
      expect(changes.every(({ at }, index) => at > (changes[index - 1]?.at ?? 0))).toBe(true);
      const ends = periods.map(({ endedAt }) => endedAt);
      expect([...periods.slice(1).map(({ startedAt }) => startedAt), null]).toEqual(ends);
    }
  });

  test("rings, talks and wraps up while the legs do, and at no other time", () => {
    for (const { periods, legs: own } of agents) {
      const spans = own.flatMap(spansOf);
      expect(spans.filter((span) => !isThroughout(periods, span))).toEqual([]);
      const handledMs = spans.reduce((total, { from, until }) => total + until - from, 0);
      expect(msIn(periods, ({ state }) => state !== "free")).toBe(handledMs);
    }
  });

  test("has breaks, time off and an occupancy as hotlines have it", () => {
    const periods = agents.flatMap((agent) => agent.periods);
    const handledMs = msIn(periods, ({ state }) => state !== "free");
    const occupancy = handledMs / (handledMs + msIn(periods, isFreeIdle));
    expect(occupancy).toBeGreaterThan(0.3);
    expect(occupancy).toBeLessThan(0.95);
    expect(new Set(periods.map(({ status }) => status))).toEqual(
      new Set(["idle", "busy", "short_break", "offline"]),
    );
  });
});
