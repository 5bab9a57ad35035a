import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTally, sumOf, tallyLine } from "@/server/launch/test-tally";

const folder = mkdtempSync(join(tmpdir(), "hotline-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

function reported(report: unknown) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return readTally(file);
}

const endToEnd = (flaky: number) =>
  reported({ stats: { expected: 5, flaky, unexpected: 0, skipped: 1 }, errors: [] });
const unit = () =>
  reported({
    success: true,
    numPassedTests: 10,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  });

test("a test that passed only when it was tried again has passed, and is told", () => {
  const line = tallyLine(sumOf([unit(), endToEnd(2)]));
  expect(line).toBe(
    "17 passed (2 of them FLAKY: failed first, passed when tried again), 0 failed, 1 skipped",
  );
});

test("a run without such tests says nothing of them", () => {
  expect(tallyLine(sumOf([unit(), endToEnd(0)]))).toBe("15 passed, 0 failed, 1 skipped");
});

test("a runner that left no report has failed", () => {
  expect(readTally(join(folder, "none.json")).failed).toBe(1);
});
