import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareTimeline } from "@/app/_charts/prepare-timeline";
import type { Stretch, Timeline } from "@/server/domain/calls/timeline";

const start = Date.UTC(2026, 2, 10, 8, 0, 3);
const at = (second: number) => start + second * 1000;

function timeline(stretches: readonly Stretch[], seconds: number): Timeline {
  return {
    startedAt: start,
    latestAt: at(seconds),
    lanes: [{ lane: { kind: "caller" }, stretches }],
    keys: [],
  };
}

const stretch = (from: number, to: number | null, more: Partial<Stretch> = {}): Stretch => ({
  kind: "talking",
  from: at(from),
  to: to === null ? null : at(to),
  outcome: null,
  ...more,
});

function drawn(stretches: readonly Stretch[], seconds: number) {
  return prepareTimeline(timeline(stretches, seconds)).lanes[0]?.stretches ?? [];
}

describe("a call drawn to scale", () => {
  test("gives each stretch its share of the width at its place", () => {
    expect(drawn([stretch(0, 50), stretch(50, 200)], 200)).toMatchObject([
      { left: 0, width: 25, ms: 50_000, widened: false },
      { left: 25, width: 75, ms: 150_000, widened: false },
    ]);
  });

  test("marks a stretch too short to be seen", () => {
    expect(drawn([stretch(0, 1), stretch(1, 900)], 900)).toMatchObject([
      { widened: true },
      { widened: false },
    ]);
  });

  test("draws what goes on up to the latest instant, as open", () => {
    expect(drawn([stretch(10, null)], 20)).toMatchObject([{ left: 50, width: 50, open: true, ms: 10_000 }]);
  });

  test.each([
    ["missed", true],
    ["rejected", true],
    ["withdrawn", true],
    ["answered", false],
  ] as const)("a ring that was %s is hollow: %s", (outcome, hollow) => {
    expect(drawn([stretch(0, 5, { kind: "ringing", outcome })], 9)).toMatchObject([{ hollow }]);
  });

  test("keeps a call that ended at once drawable", () => {
    expect(prepareTimeline(timeline([stretch(0, 0)], 0)).lanes[0]?.stretches).toMatchObject([
      { left: 0, width: 0, widened: true },
    ]);
  });

  test("shows keys in quick succession as one mark, in order", () => {
    const keys = [0, 1, 60].map((second, index) => ({
      ordinal: index + 1,
      node: "menu",
      key: String(index),
      at: at(second),
    }));
    const { keys: marks } = prepareTimeline({ ...timeline([], 100), keys });
    expect(marks.map(({ keys: pressed, left }) => [pressed, left])).toEqual([
      ["0\u20091", 0],
      ["2", 60],
    ]);
  });
});

test.each([
  { width: "wide", ticksMax: 9, words: 11 },
  { width: "narrow", ticksMax: 5, words: 24 },
] as const)(
  "the $width axis counts in steps people know, with room for the words of each",
  ({ width, ticksMax, words }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (seconds) => {
        const { ticks, from, to } = prepareTimeline(timeline([], seconds), width);
        expect(ticks.length).toBeLessThanOrEqual(ticksMax);
        expect(ticks.every((tick) => tick.at >= from && tick.at <= to && tick.left <= 100 - words)).toBe(
          true,
        );
        const lefts = ticks.map((tick) => tick.left);
        expect(lefts.slice(1).every((left, index) => left - (lefts[index] ?? 0) >= words)).toBe(true);
        const distances = new Set(ticks.slice(1).map((tick, index) => tick.at - (ticks[index]?.at ?? 0)));
        expect(distances.size).toBeLessThanOrEqual(1);
      }),
    );
  },
);
