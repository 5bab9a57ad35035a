import { expect, test } from "vitest";
import { readDirection, readOutcome, wordsIn } from "@/server/domain/importing/csv-words";

test("a file's own word means what the mapping says, before what it means anyway", () => {
  expect(readOutcome("Busy", {})).toBe("not_reached");
  expect(readOutcome("Busy", { Busy: "overflowed" })).toBe("overflowed");
  expect(readDirection("EIN", { EIN: "inbound" })).toBe("inbound");
  expect(readDirection("呼出", {})).toBe("outbound");
});

test.each(["gone", "constructor", "__proto__", ""])("the word %j means nothing", (word) => {
  expect(readOutcome(word, {})).toBeUndefined();
  expect(readDirection(word, {})).toBeUndefined();
});

test("each word of a column is named once, the most frequent first, as the importer reads it", () => {
  expect(wordsIn(["lost", " won", "won ", "", "lost", "won", "x".repeat(101)])).toEqual(["won", "lost"]);
});
