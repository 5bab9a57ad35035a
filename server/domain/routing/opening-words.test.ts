import fc from "fast-check";
import { expect, test } from "vitest";
import { printOpenings, readOpenings } from "@/server/domain/routing/opening-words";

test.each([
  ["08:00–12:00, 13:00–20:00", "08:00–12:00, 13:00–20:00"],
  ["8-12;13-20", "08:00–12:00, 13:00–20:00"],
  ["13:30-20, 8.15-12", "08:15–12:00, 13:30–20:00"],
  ["８：００～２０：００", "08:00–20:00"],
  ["0-24", "00:00–24:00"],
  ["  ", ""],
])("%j is read as %j", (typed, printed) => {
  expect(printOpenings(readOpenings(typed) ?? [])).toBe(printed);
  expect(readOpenings(typed)).not.toBeNull();
});

test.each(["all day", "20-8", "8", "8-25", "08:60-12:00", "8-8", "8-12, noon"])(
  "%j is no opening",
  (typed) => {
    expect(readOpenings(typed)).toBeNull();
  },
);

test("what is printed is read as it was", () => {
  const opening = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .filter(([from, until]) => from < until)
    .map(([from, until]) => ({ from, until }));
  fc.assert(
    fc.property(fc.array(opening, { maxLength: 10 }), (openings) => {
      const inOrder = openings.toSorted((a, b) => a.from - b.from);
      expect(readOpenings(printOpenings(inOrder))).toEqual(inOrder);
    }),
    { seed: 150 },
  );
});
