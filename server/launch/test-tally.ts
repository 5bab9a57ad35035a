import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests came out how. */
export interface Tally {
  readonly passed: number;
  /** Those of the passed that failed at first, and passed when they were tried again. */
  readonly flaky: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReport = z
  .object({
    success: z.boolean(),
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    flaky: 0,
    // A file that cannot even be loaded has no tests to fail, and must not pass for that.
    failed: Math.max(report.numFailedTests, report.success ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }));

const PlaywrightReport = z
  .object({
    stats: z.object({
      expected: z.number(),
      flaky: z.number(),
      unexpected: z.number(),
      skipped: z.number(),
    }),
    errors: z.array(z.unknown()),
  })
  .transform(({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    flaky: stats.flaky,
    failed: Math.max(stats.unexpected, errors.length > 0 ? 1 : 0),
    skipped: stats.skipped,
  }));

/** What a runner reported in `file`; a runner that left no report has failed. */
export function readTally(file: string): Tally {
  if (!existsSync(file)) return { passed: 0, flaky: 0, failed: 1, skipped: 0 };
  return z.union([VitestReport, PlaywrightReport]).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The last line of a run; tests that passed only when tried again are counted by themselves. */
export function tallyLine({ passed, flaky, failed, skipped }: Tally): string {
  const again = flaky > 0 ? ` (${flaky} of them FLAKY: failed first, passed when tried again)` : "";
  return `${passed} passed${again}, ${failed} failed, ${skipped} skipped`;
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  return {
    passed: sum((tally) => tally.passed),
    flaky: sum((tally) => tally.flaky),
    failed: sum((tally) => tally.failed),
    skipped: sum((tally) => tally.skipped),
  };
}
