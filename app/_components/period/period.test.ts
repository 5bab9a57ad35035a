import { expect, test } from "vitest";
import { readPeriod } from "@/app/_components/period/period";

const none = { from: null, to: null };
/** Half past one at night on 30 March 2026 in Berlin, the day after its clocks went forward. */
const berlin = { timeZone: "Europe/Berlin", now: Date.UTC(2026, 2, 29, 23, 30) };

test.each([
  ["all", {}],
  ["today", { from: Date.UTC(2026, 2, 29, 22) }],
  ["yesterday", { from: Date.UTC(2026, 2, 28, 23), until: Date.UTC(2026, 2, 29, 22) }],
  ["7days", { from: Date.UTC(2026, 2, 23, 23) }],
  ["30days", { from: Date.UTC(2026, 1, 28, 23) }],
  ["month", { from: Date.UTC(2026, 1, 28, 23) }],
] as const)("%s is made of whole days where the viewer is", (period, range) => {
  expect(readPeriod({ period, ...none }, berlin)).toEqual(range);
});

test("a range holds its last day whole and wins over the period", () => {
  const range = readPeriod({ period: "today", from: "2026-03-29", to: "2026-03-29" }, berlin);
  expect(range).toEqual({ from: Date.UTC(2026, 2, 28, 23), until: Date.UTC(2026, 2, 29, 22) });
});

test("a range may be open at either end", () => {
  const shanghai = { timeZone: "Asia/Shanghai", now: 0 };
  expect(readPeriod({ period: "all", from: "1999-01-01", to: null }, shanghai)).toEqual({
    from: Date.UTC(1998, 11, 31, 16),
  });
  expect(readPeriod({ period: "all", from: null, to: "1999-01-31" }, shanghai)).toEqual({
    until: Date.UTC(1999, 0, 31, 16),
  });
});
