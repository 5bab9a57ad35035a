import { describe, expect, test } from "vitest";
import { isWeekend } from "@/drizzle/seed/calendar";
import { generateTraffic } from "@/drizzle/seed/traffic";
import { foldCall } from "@/server/domain/calls/fold";

const DAY_MS = 86_400_000;
const now = Date.UTC(2026, 10, 22, 10, 30);
const plan = { seed: 400, now, days: 30, agent: null, decisionDays: 2 };
const traffic = generateTraffic(plan);
const folded = traffic.calls.map(({ events }) => foldCall(events));
const legs = folded.flatMap((call) => call.legs);
const visits = folded.flatMap((call) => call.visits);

const shareOf = <Row>(rows: readonly Row[], counts: (row: Row) => boolean) =>
  rows.filter(counts).length / rows.length;

const sortedWaits = visits
  .flatMap(({ outcome, waitMs }) => (outcome === "answered" && waitMs !== null ? [waitMs] : []))
  .toSorted((a, b) => a - b);

describe("the demo traffic", () => {
  test("is the same for the same seed and another for another", () => {
    const short = { ...plan, days: 2 };
    expect(generateTraffic(short)).toEqual(generateTraffic(short));
    expect(generateTraffic({ ...short, seed: 401 })).not.toEqual(generateTraffic(short));
  });

  test("fits the life of a call without an anomaly, and every call is over", () => {
    expect(folded.flatMap(({ anomalies }) => anomalies)).toEqual([]);
    expect(folded.filter(({ call }) => call.endedAt === null)).toEqual([]);
  });

  test("never has an agent on two calls, from the ring to the end of the wrap-up", () => {
    for (const { agentId } of traffic.staff.agents) {
      const spans = legs
        .filter((leg) => leg.agentId === agentId)
        .map((leg) => ({ from: leg.offeredAt, to: leg.wrapUpEndedAt ?? leg.endedAt ?? now }))
        .toSorted((a, b) => a.from - b.from);
      expect(spans.length).toBeGreaterThan(100);
      for (const [index, span] of spans.entries()) {
        expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
      }
    }
  });

  test("lies within the days before now, to the millisecond", () => {
    const instants = traffic.calls.flatMap(({ events }) => events.map(({ at }) => at));
    expect(instants.every(Number.isInteger)).toBe(true);
    expect(instants.every((at) => at <= now && at > now - 30 * DAY_MS)).toBe(true);
  });

  test("brings several hundred calls a day, fewer at weekends", () => {
    const midnight = Date.UTC(2026, 10, 21, 16);
    for (let day = 1; day < 30; day += 1) {
      const from = midnight - day * DAY_MS;
      const count = folded.filter(
        ({ call }) => call.startedAt >= from && call.startedAt < from + DAY_MS,
      ).length;
      expect(count).toBeGreaterThan(isWeekend(from) ? 400 : 650);
      expect(count).toBeLessThan(isWeekend(from) ? 850 : 1300);
    }
  });

  test("is served as a busy hotline serves: most at once, some after a wait, some not", () => {
    expect(sortedWaits[Math.floor(sortedWaits.length / 2)]).toBeLessThan(10_000);
    expect(sortedWaits[Math.floor(sortedWaits.length * 0.95)]).toBeGreaterThan(45_000);
    const abandoned = shareOf(visits, ({ outcome }) => outcome === "abandoned");
    expect(abandoned).toBeGreaterThan(0.02);
    expect(abandoned).toBeLessThan(0.15);
  });

  test("shows everything that a call can be", () => {
    const outcomes = new Set(folded.map(({ call }) => `${call.direction} ${call.outcome}`));
    expect([...outcomes].toSorted()).toEqual([
      "inbound abandoned",
      "inbound answered",
      "inbound callback",
      "inbound left_in_ivr",
      "inbound overflowed",
      "inbound short_abandoned",
      "inbound turned_away",
      "outbound answered",
      "outbound not_reached",
    ]);
    const ways = new Set(legs.map(({ kind, outcome, end }) => `${kind} ${end ?? outcome}`));
    for (const way of ["queue missed", "queue rejected", "queue blind_transfer", "queue attended_transfer"]) {
      expect(ways).toContain(way);
    }
    expect(ways).toContain("consult consult_ended");
    expect(folded.some(({ call }) => call.surveyScore !== null && call.holdMs > 0)).toBe(true);
  });

  test("comes from numbers of the Chinese numbering plan, or from none where withheld", () => {
    const numbers = new Set(folded.map(({ call }) => call.customerNumber));
    expect(numbers.has(null)).toBe(true);
    for (const number of numbers)
      expect(number ?? "+8613000000000").toMatch(/^\+86(1[35-8]\d{9}|[2-9]\d{9,10}|10\d{8})$/);
  });
});
