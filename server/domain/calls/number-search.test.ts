import { expect, test } from "vitest";
import { readNumberSearch } from "@/server/domain/calls/number-search";
import { done, refuse } from "@/server/domain/refusal";

test.each([
  ["5678", done({ ending: "5678", surplusMax: null })],
  ["8", done({ ending: "8", surplusMax: null })],
  ["45678", refuse("number_search_narrow", { digits: 4 })],
  ["345678", refuse("number_search_narrow", { digits: 4 })],
  ["+8613812345678", done({ ending: "+8613812345678", surplusMax: 0 })],
  ["138 1234-5678", done({ ending: "13812345678", surplusMax: 4 })],
])(
  "who may not see numbers searches for %j as a whole number or by what the mask shows",
  (typed, outcome) => {
    expect(readNumberSearch(typed, false)).toEqual(outcome);
  },
);

test("who may see numbers searches by any ending", () => {
  expect(readNumberSearch("45678", true)).toEqual(done({ ending: "45678", surplusMax: null }));
});
