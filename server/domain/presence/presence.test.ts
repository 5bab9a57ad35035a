import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserId } from "@/server/domain/identifiers";
import { continuePresence } from "@/server/domain/presence/continue-presence";
import { freeIdleWithin, hoursOf, type PresencePeriod } from "@/server/domain/presence/presence";
import { periodsAfter, walkPresence } from "@/server/domain/presence/presence-walk";

const HOUR_MS = 3_600_000;
const agentId = UserId.parse("018f3b6e-0000-7000-8000-000000000001");
const noon = Date.UTC(2026, 2, 10, 12);

const free = { agentId, status: "idle", state: "free" } as const;
const talking = { agentId, status: "idle", state: "on_call" } as const;
const step = fc.record({ ms: fc.nat(3), choice: fc.nat(11) });

const onBreak = { agentId, status: "short_break", state: "free" } as const;

describe("time free while idle", () => {
  const periods: PresencePeriod[] = [
    { ...free, startedAt: noon, endedAt: noon + 100 },
    { ...talking, startedAt: noon + 100, endedAt: noon + 300 },
    { ...onBreak, startedAt: noon + 300, endedAt: noon + 400 },
    { ...free, startedAt: noon + 400, endedAt: null },
  ];

  test.each([
    ["all of it, the open period until now", { from: 0, until: 1000, now: 600, ms: 300 }],
    ["the part within the period asked about", { from: 50, until: 450, now: 600, ms: 100 }],
    ["nothing of calls and breaks", { from: 100, until: 400, now: 600, ms: 0 }],
    ["nothing of an open period that begins after now", { from: 400, until: 1000, now: 300, ms: 0 }],
  ])("counts %s", (_, { from, until, now, ms }) => {
    const span = { from: noon + from, until: noon + until, now: noon + now };
    expect(freeIdleWithin(periods, span)).toBe(ms);
  });
});

describe("the hours of a period", () => {
  test("are those it touches, each with its part", () => {
    const period = { ...free, startedAt: noon - 5, endedAt: noon + HOUR_MS + 7 };
    expect(hoursOf(period)).toEqual([
      { at: noon - HOUR_MS, ms: 5 },
      { at: noon, ms: HOUR_MS },
      { at: noon + HOUR_MS, ms: 7 },
    ]);
  });

  test("are none while it is open", () => {
    expect(hoursOf({ ...free, startedAt: noon, endedAt: null })).toEqual([]);
  });

  test("add up to its length, each lying within its hour", () => {
    const length = fc.integer({ min: 1, max: 100 * HOUR_MS });
    fc.assert(
      fc.property(length, length, (offset, ms) => {
        const parts = hoursOf({ ...free, startedAt: noon + offset, endedAt: noon + offset + ms });
        expect(parts.reduce((total, part) => total + part.ms, 0)).toBe(ms);
        expect(parts.every((part) => part.at % HOUR_MS === 0 && part.ms > 0 && part.ms <= HOUR_MS)).toBe(
          true,
        );
        expect(new Set(parts.map(({ at }) => at)).size).toBe(parts.length);
      }),
      { seed: 3 },
    );
  });
});

describe("presence going on", () => {
  test("closes the open period and begins the next", () => {
    const open = { ...free, startedAt: noon, endedAt: null };
    expect(continuePresence([open], [{ ...talking, at: noon + 5 }])).toEqual({
      ok: true,
      value: {
        ended: { ...open, endedAt: noon + 5 },
        begun: [{ ...talking, startedAt: noon + 5, endedAt: null }],
      },
    });
  });

  test("is what was told last of several changes at one instant", () => {
    expect(
      periodsAfter([
        { ...free, at: noon },
        { ...talking, at: noon },
      ]),
    ).toEqual([{ ...talking, startedAt: noon, endedAt: null }]);
  });

  test("goes nowhere when the same is told again", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const changes = walkPresence({ agentId, start: noon }, steps);
        const again = continuePresence(periodsAfter(changes), changes);
        expect(again).toEqual({ ok: true, value: { ended: null, begun: [] } });
      }),
      { seed: 5 },
    );
  });

  test.each([
    ["before the first period", noon - 1],
    ["within a period that has ended", noon + 1],
    ["at the very beginning of the open period", noon + 5],
  ])("cannot be told otherwise of a time that is known: %s", (_, at) => {
    const known = periodsAfter([
      { ...free, at: noon },
      { ...talking, at: noon + 5 },
    ]);
    expect(continuePresence(known, [{ ...onBreak, at }])).toMatchObject({
      ok: false,
      reason: "presence_out_of_order",
    });
  });
});
