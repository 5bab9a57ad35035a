import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDuration, formatExactDuration, parseDuration } from "@/app/_components/format/duration";

test.each([
  [0, "0:00"],
  [999, "0:00"],
  [11_000, "0:11"],
  [247_000, "4:07"],
  [3_599_999, "59:59"],
  [3_753_000, "1:02:33"],
  [360_000_000, "100:00:00"],
  [-400, "0:00"],
  [-61_000, "−1:01"],
])("%d ms is printed as %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [0, "0:00"],
  [44_473, "0:44.473"],
  [3_753_008, "1:02:33.008"],
  [60_000, "1:00"],
])("%d ms is printed exactly as %s", (ms, text) => {
  expect(formatExactDuration(ms)).toBe(text);
});

test.each([
  ["90", 90_000],
  [" 90s ", 90_000],
  ["2m", 120_000],
  ["1H", 3_600_000],
  ["1:30", 90_000],
  ["1:02:33", 3_753_000],
  ["", null],
  ["-5", null],
  ["1:5", null],
  ["abc", null],
])("%j typed for a duration means %s ms", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test("what is printed is read back to the same second", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 * 3600 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});
