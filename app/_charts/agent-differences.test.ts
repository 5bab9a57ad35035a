import { expect, test } from "vitest";
import { differenceOf } from "@/app/_charts/agent-differences";
import type { FigureWords } from "@/app/_charts/figure-words";
import { plainWords } from "@/app/_charts/plain-words";

const words: FigureWords = {
  ...plainWords,
  change: {
    count: (value) => `${value} times more`,
    share: (value) => `${value} points`,
    duration: (ms) => `${ms} ms more`,
  },
};

test.each([
  ["answered", [12, 10], { direction: "up", words: "0.2 times more" }],
  ["handle", [1000, 3000], { direction: "down", words: "-2000 ms more" }],
  ["rona", [0.5004, 0.5], { direction: "same" }],
  ["talk", [null, 5], null],
  ["talk", [5, null], null],
] as const)("the difference of %s between %j is %j", (column, pair, expected) => {
  if (expected === null) expect(differenceOf(column, pair, words)).toBeNull();
  else expect(differenceOf(column, pair, words)).toMatchObject(expected);
});
