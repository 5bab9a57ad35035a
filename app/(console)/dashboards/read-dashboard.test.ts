import { describe, expect, test } from "vitest";
import { readDashboard } from "@/app/(console)/dashboards/read-dashboard";
import { loadDashboardParams } from "@/app/(console)/dashboards/search-params";

const timeZone = "Europe/Berlin";
/** A Thursday, four days after the clocks went forward. */
const now = Date.UTC(2026, 3, 2, 10, 30);

function read(query: string) {
  return readDashboard(loadDashboardParams(new URLSearchParams(query)), { now, timeZone });
}

const utc = (instant: number) => new Date(instant).toISOString().replace(":00.000Z", "");

test.each([
  ["", "2026-03-26T23:00", "2026-04-02T22:00"],
  ["period=today", "2026-04-01T22:00", "2026-04-02T22:00"],
  ["period=yesterday", "2026-03-31T22:00", "2026-04-01T22:00"],
  ["period=30days", "2026-03-03T23:00", "2026-04-02T22:00"],
  ["period=month", "2026-03-31T22:00", "2026-04-02T22:00"],
  ["period=lastMonth", "2026-02-28T23:00", "2026-03-31T22:00"],
  ["period=custom&from=2026-03-29&to=2026-03-29", "2026-03-28T23:00", "2026-03-29T22:00"],
  ["period=custom&from=2026-03-30&to=2026-03-28", "2026-03-27T23:00", "2026-03-30T22:00"],
  ["period=custom&to=2026-03-28", "2026-03-27T23:00", "2026-03-28T23:00"],
  ["period=today&from=2026-03-28", "2026-04-01T22:00", "2026-04-02T22:00"],
  ["period=custom", "2026-03-26T23:00", "2026-04-02T22:00"],
  ["period=today&zone=Asia/Shanghai", "2026-04-01T16:00", "2026-04-02T16:00"],
])("%j looks at whole days, from %s to %s", (query, from, until) => {
  const dashboard = read(query);
  expect([utc(dashboard.from), utc(dashboard.until)]).toEqual([from, until]);
});

describe("the interval", () => {
  test.each([
    ["period=today", "quarterHour"],
    ["period=today&interval=hour", "hour"],
    ["period=30days", "day"],
    ["period=30days&interval=quarterHour", "day"],
    ["period=today&compare=period&compareFrom=2026-03-01&compareTo=2026-03-31", "day"],
    ["period=today&interval=hour&compare=period&compareFrom=2026-03-01", "hour"],
  ])("of %j is %s", (query, interval) => {
    expect(read(query).interval).toBe(interval);
  });

  test.each([
    ["period=30days&interval=quarterHour", "quarterHour"],
    [
      "period=today&interval=quarterHour&compare=period&compareFrom=2026-03-01&compareTo=2026-03-31",
      "quarterHour",
    ],
    ["period=today&interval=hour", null],
    ["period=30days", null],
  ])("that was asked for by %j but is not used is told: %s", (query, tooFine) => {
    expect(read(query).tooFine).toBe(tooFine);
  });

  test("of a period beyond all records is the whole of it", () => {
    const { from, until, boundaries, compare } = read("period=custom&from=1900-01-01&to=2100-12-31");
    expect(boundaries).toEqual([from, until]);
    expect(compare?.boundaries).toEqual([compare?.from, compare?.until]);
  });

  test("of hours has 23 of them on the day that the clocks go forward", () => {
    const { boundaries } = read("period=custom&from=2026-03-29&interval=hour");
    expect(boundaries).toHaveLength(24);
  });
});

describe("what the figures are set beside", () => {
  test.each([
    ["period=yesterday", "2026-03-30T22:00", "2026-03-31T22:00"],
    ["period=lastMonth", "2026-01-28T23:00", "2026-02-28T23:00"],
    ["period=today", "2026-03-31T22:00", "2026-04-01T10:30"],
    ["period=today&compare=period&compareFrom=2026-03-01", "2026-02-28T23:00", "2026-03-01T23:00"],
  ])("for %j is the time from %s to %s", (query, from, until) => {
    const { compare } = read(query);
    expect(compare && [utc(compare.from), utc(compare.until)]).toEqual([from, until]);
  });

  test.each(["compare=nothing", "compare=period", "compare=groups", "compare=agents"])(
    "is nothing for %j",
    (query) => {
      expect(read(query).compare).toBeNull();
    },
  );

  test("may be other groups in the same time, the other filters kept", () => {
    const [own, other] = ["019b2b4c-0000-7000-8000-000000000001", "019b2b4c-0000-7000-8000-000000000002"];
    const { from, until, filter, compare } = read(
      `group=${own}&direction=inbound&compare=groups&compareGroup=${other}`,
    );
    expect(filter).toMatchObject({ skillGroupIds: [own], direction: "inbound" });
    expect(compare).toMatchObject({
      from,
      until,
      filter: { skillGroupIds: [other], direction: "inbound" },
      with: "groups",
    });
  });
});
