import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "@/server/launch/browser";
import { finishBuild, isBuilt, startBuild } from "@/server/launch/build";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { startTool } from "@/server/launch/child";
import { type Lifetime, runCommand } from "@/server/launch/lifetime";
import { complain, say } from "@/server/launch/say";
import { readTally, sumOf, tallyLine } from "@/server/launch/test-tally";

interface Step {
  readonly name: string;
  /** Throws `CannotLaunch` when what it looks at does not hold. */
  run(): Promise<void>;
}

/** Everything that must hold before a change is taken in, the quickest to know first. */
function stepsOf(lifetime: Lifetime, reports: { unit: string; endToEnd: string }): Step[] {
  async function tool(name: string, ...given: string[]): Promise<void> {
    const command = [`node_modules/.bin/${name}`, ...given];
    const running = startTool(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: reports.endToEnd });
    lifetime.keep(running);
    if ((await running.ended) !== 0) throw new CannotLaunch(`${name} has found something; see above.`);
  }
  const vitest = ["run", "--config=server/testing/vitest.config.ts", "--reporter=default", "--reporter=json"];
  return [
    { name: "browser", run: async () => ensureChromium() },
    { name: "format and lint", run: () => tool("biome", "ci") },
    { name: "unused code and packages", run: () => tool("knip") },
    { name: "types of routes", run: () => tool("next", "typegen") },
    { name: "types", run: () => tool("tsc", "--incremental", "false") },
    {
      name: "domain and database tests",
      run: () => tool("vitest", ...vitest, `--outputFile.json=${reports.unit}`),
    },
    { name: "production build", run: () => build(lifetime) },
    {
      name: "end-to-end tests",
      run: () => tool("playwright", "test", "--config=e2e/playwright.config.ts", "--reporter=list,json"),
    },
  ];
}

async function build(lifetime: Lifetime): Promise<void> {
  if (!isBuilt()) await finishBuild(lifetime.keep(startBuild()));
}

async function test(lifetime: Lifetime): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "hotline-reports-"));
  lifetime.keep({ stop: () => rm(folder, { recursive: true, force: true }) });
  const reports = { unit: join(folder, "unit.json"), endToEnd: join(folder, "end-to-end.json") };
  const broken: string[] = [];
  for (const step of stepsOf(lifetime, reports)) {
    if (!(await holds(step))) broken.push(step.name);
  }
  const tally = sumOf([readTally(reports.unit), readTally(reports.endToEnd)]);
  if (broken.length > 0 || tally.failed > 0) process.exitCode = 1;
  say(broken.length > 0 ? `\nNot as it must be: ${broken.join(", ")}.` : "\nAll as it must be.");
  say(tallyLine(tally));
}

async function holds({ name, run }: Step): Promise<boolean> {
  say(`\n── ${name}`);
  const begin = performance.now();
  const fault = await run().then(
    () => undefined,
    (error: unknown) => String(error instanceof Error ? error.message : error),
  );
  if (fault !== undefined) complain(fault);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  say(`── ${name}: ${fault === undefined ? "passed" : "FAILED"} after ${seconds} s`);
  return fault === undefined;
}

await runCommand(test, { codeWhenStopped: 130 });
