import { expect, test } from "vitest";
import { csvOf } from "@/app/_charts/csv";

test.each([
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+86 10", "'+86 10"],
  ["＝1", "'＝1"],
  ["-12.5", "-12.5"],
  ["-1+cmd", "'-1+cmd"],
])("%j is written as %s", (text, written) => {
  expect(csvOf([[text]])).toBe(`\uFEFF${written}\r\n`);
});

test("rows keep their order and their empty cells", () => {
  expect(
    csvOf([
      ["day", "n"],
      ["Mon", ""],
    ]),
  ).toBe("\uFEFFday,n\r\nMon,\r\n");
});
