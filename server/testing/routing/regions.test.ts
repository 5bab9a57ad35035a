import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meets } from "@/server/domain/routing/ask";
import type { Condition } from "@/server/domain/routing/condition";
import { anotherWord } from "@/server/domain/routing/regions/candidates";
import { type Example, floorOf } from "@/server/domain/routing/regions/example";
import { Space } from "@/server/domain/routing/regions/space";
import { Situation } from "@/server/domain/routing/situation";
import { smallSurroundings, smallWorld } from "@/server/testing/routing/generated-rules";

const known = { ...smallSurroundings, timeZone: "Asia/Shanghai" };

function isMet(condition: Condition, example: Example): boolean {
  const floor = floorOf(example, known.settings);
  return meets(
    condition,
    new Situation({ call: example.call, floor, timeZone: known.timeZone, now: example.at }),
  );
}

const worldWithPair = smallWorld.chain(({ condition, examples }) =>
  fc.record({ one: condition, other: condition, examples: fc.constant(examples) }),
);

describe("the regions of two conditions, for 2,000 generated pairs", () => {
  test("overlap, contain and equal each other exactly when counting out every kind of call says so", () => {
    fc.assert(
      fc.property(worldWithPair, ({ one, other, examples }) => {
        const space = new Space([one, other], known);
        const { diagrams } = space;
        const [region, otherRegion] = [space.regionOf(one), space.regionOf(other)];
        const counted = examples.map((example) => [isMet(one, example), isMet(other, example)]);
        expect(region === diagrams.nothing).toBe(!counted.some(([first]) => first));
        expect(diagrams.and(region, otherRegion) === diagrams.nothing).toBe(
          !counted.some(([first, second]) => first && second),
        );
        expect(diagrams.minus(region, otherRegion) === diagrams.nothing).toBe(
          !counted.some(([first, second]) => first && !second),
        );
        expect(region === otherRegion).toBe(counted.every(([first, second]) => first === second));
      }),
      { seed: 11, numRuns: 2000 },
    );
  }, 60_000);

  test("hold the example that is drawn from each, and no example lies in an empty one", () => {
    fc.assert(
      fc.property(worldWithPair, ({ one, other }) => {
        const space = new Space([one, other], known);
        const both = space.exampleOf(space.diagrams.minus(space.regionOf(one), space.regionOf(other)));
        if (both === undefined) return;
        expect([isMet(one, both), isMet(other, both)]).toEqual([true, false]);
      }),
      { seed: 12, numRuns: 2000 },
    );
  }, 60_000);
});

test("a region of everybody else is told as any other, while its example has a value that calls really have", () => {
  const guangdong: Condition = { fact: "province", operator: "isOneOf", values: ["Guangdong", null] };
  const space = new Space([guangdong], { ...known, provinces: ["Guangdong", "Hunan"] });
  const others = space.regionOf({ not: guangdong });
  const { boxes } = space.diagrams.boxesOf(others, 1);
  expect(boxes.flatMap((box) => space.tell(box))).toEqual([
    { axis: "province", values: [anotherWord], of: 2 },
  ]);
  expect(space.exampleOf(others)?.call.province).toBe("Hunan");
});
