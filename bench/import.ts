import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { z } from "zod";
import { median } from "@/bench/dashboards/times";
import { type BenchServer, startBenchServer, withConnection } from "@/bench/database";
import { writeBankRecords, writeCsv, writeQueueLog } from "@/bench/import/generate-records";
import { copyRows, dumpRows, prepareTables } from "@/bench/import/plain-copy";
import { say } from "@/bench/say";
import { ImportFormat } from "@/server/domain/importing/format";
import { heapLimits } from "@/server/launch/heap-limits";

const RATIO_MAX = 2.5;
const MEGABYTES_MAX = 300;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    calls: { type: "string", default: "200000" },
    "memory-calls": { type: "string", default: "1000000" },
    repetitions: { type: "string", default: "3" },
  },
});

const writers: Readonly<Record<ImportFormat, (path: string, calls: number) => Promise<void>>> = {
  "asterisk-queue-log": writeQueueLog,
  "anonymous-bank-1999": writeBankRecords,
  csv: writeCsv,
};

const Measured = z.object({ calls: z.number(), milliseconds: z.number(), peakMegabytes: z.number() });

async function importInOwnProcess(url: string, format: ImportFormat, path: string) {
  const script = new URL("./import/import-once.ts", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...heapLimits,
    "--import",
    "tsx",
    script,
    url,
    format,
    path,
  ]);
  return Measured.parse(JSON.parse(stdout));
}

/** One import and one plain COPY of what it wrote, each into a database of its own. */
async function measurePair(server: BenchServer, format: ImportFormat, path: string) {
  const folder = await mkdtemp(join(tmpdir(), "hotline-bench-rows-"));
  // The server's own account writes the rows there.
  await chmod(folder, 0o777);
  const [from, to] = [await server.createDatabase("bench_import"), await server.createDatabase("bench_copy")];
  const ours = await importInOwnProcess(from, format, path);
  const copy = await withConnection(from, (source) =>
    withConnection(to, async (target) => {
      const rows = await dumpRows(source, folder);
      await prepareTables(target, source);
      const begin = performance.now();
      await copyRows(target, folder);
      return { rows, milliseconds: performance.now() - begin };
    }),
  );
  await Promise.all(["bench_import", "bench_copy"].map((name) => server.dropDatabase(name)));
  await rm(folder, { recursive: true });
  return { ours, copy };
}

async function measureSpeed(server: BenchServer, format: ImportFormat, folder: string): Promise<number> {
  const path = join(folder, format);
  await writers[format](path, Number(values.calls));
  const pairs: Awaited<ReturnType<typeof measurePair>>[] = [];
  for (let run = 0; run < Number(values.repetitions); run += 1) {
    const pair = await measurePair(server, format, path);
    pairs.push(pair);
    const ratio = pair.ours.milliseconds / pair.copy.milliseconds;
    say(
      `${format}, run ${run + 1}: ${pair.ours.calls} calls, ${pair.copy.rows} rows: ` +
        `import ${seconds(pair.ours.milliseconds)}, plain COPY ${seconds(pair.copy.milliseconds)}, ratio ${ratio.toFixed(2)}`,
    );
  }
  const ratio =
    median(pairs.map(({ ours }) => ours.milliseconds)) / median(pairs.map(({ copy }) => copy.milliseconds));
  say(`${format}: import takes ${ratio.toFixed(2)} times as long as plain COPY (medians)`);
  return ratio;
}

async function measureMemory(server: BenchServer, format: ImportFormat, folder: string): Promise<number> {
  const path = join(folder, format);
  await writers[format](path, Number(values["memory-calls"]));
  const url = await server.createDatabase("bench_memory");
  const { calls, milliseconds, peakMegabytes } = await importInOwnProcess(url, format, path);
  await server.dropDatabase("bench_memory");
  await rm(path);
  say(
    `${format}: ${calls} calls in ${seconds(milliseconds)}, resident memory peaks at ${peakMegabytes.toFixed(0)} MB`,
  );
  return peakMegabytes;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

const server = await startBenchServer();
const folder = await mkdtemp(join(tmpdir(), "hotline-bench-files-"));
try {
  const log = await measureSpeed(server, "asterisk-queue-log", folder);
  const bank = await measureSpeed(server, "anonymous-bank-1999", folder);
  let memory = 0;
  for (const format of ImportFormat.options) {
    memory = Math.max(memory, await measureMemory(server, format, folder));
  }
  const isMet = Math.max(log, bank) <= RATIO_MAX && memory < MEGABYTES_MAX;
  process.exitCode = isMet ? 0 : 1;
  say(
    `${isMet ? "MET" : "MISSED"}: ${log.toFixed(2)} and ${bank.toFixed(2)} times plain COPY (at most ${RATIO_MAX}), ` +
      `${memory.toFixed(0)} MB resident at most (under ${MEGABYTES_MAX})`,
  );
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
