import fc from "fast-check";
import { expect, test } from "vitest";
import { Timetable } from "@/drizzle/seed/timetable";

const seeded = { seed: 400, numRuns: 300 } as const;

test("what is due first runs first, and of two things due at once the one noted first", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (instants) => {
      const timetable = new Timetable(0);
      const ran: [at: number, noted: number][] = [];
      for (const [noted, at] of instants.entries()) timetable.at(at, () => ran.push([timetable.now, noted]));
      timetable.runUntil(20);
      const expected = instants
        .map((at, noted): [number, number] => [at, noted])
        .toSorted(([a, first], [b, second]) => a - b || first - second);
      expect(ran).toEqual(expected);
    }),
    seeded,
  );
});

test("nothing after the end runs, and nothing is due in the past", () => {
  const timetable = new Timetable(100);
  const ran: number[] = [];
  timetable.at(50, () => ran.push(timetable.now));
  timetable.after(0.25, () => timetable.after(1, () => ran.push(timetable.now)));
  timetable.at(1351, () => ran.push(timetable.now));
  timetable.runUntil(1350);
  expect(ran).toEqual([100, 1350]);
});
