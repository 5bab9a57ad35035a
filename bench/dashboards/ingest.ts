import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { median } from "@/bench/dashboards/times";
import { type BenchServer, withConnection } from "@/bench/database";
import { writeQueueLog } from "@/bench/import/generate-records";
import { heapLimits } from "@/server/launch/heap-limits";
import { setCountedThrough } from "@/server/store/rollups/counted-calls";

const Measured = z.object({ milliseconds: z.number(), cpuMilliseconds: z.number() });
type Measured = z.infer<typeof Measured>;

/** How many times as much an import takes when the rollups are kept as when they are not. */
export interface IngestRatio {
  readonly time: number;
  /** The processor's time of the importing process, which other work on the machine does not change. */
  readonly cpu: number;
}

export async function ingestRatio(
  server: BenchServer,
  calls: number,
  repetitions: number,
): Promise<IngestRatio> {
  const folder = await mkdtemp(join(tmpdir(), "hotline-bench-files-"));
  const path = join(folder, "queue_log");
  await writeQueueLog(path, calls);
  const kept: Measured[] = [];
  const left: Measured[] = [];
  for (let run = 0; run < repetitions; run += 1) {
    left.push(await importOnce(server, path, false));
    kept.push(await importOnce(server, path, true));
  }
  await rm(folder, { recursive: true });
  const ratioOf = (part: keyof Measured) =>
    median(kept.map((run) => run[part])) / median(left.map((run) => run[part]));
  return { time: ratioOf("milliseconds"), cpu: ratioOf("cpuMilliseconds") };
}

async function importOnce(server: BenchServer, path: string, withRollups: boolean): Promise<Measured> {
  const name = "bench_ingest";
  const url = await server.createDatabase(name);
  if (!withRollups) {
    // As between a migration and the first start: calls are left to be counted later.
    await withConnection(url, ({ db }) => db.transaction((tx) => setCountedThrough(tx, null)));
  }
  const script = new URL("../import/import-once.ts", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...heapLimits,
    "--import",
    "tsx",
    script,
    url,
    "asterisk-queue-log",
    path,
  ]);
  await server.dropDatabase(name);
  return Measured.parse(JSON.parse(stdout));
}
