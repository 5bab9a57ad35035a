import { parseArgs } from "node:util";
import { fillCalls } from "@/bench/call-log/fill";
import { type BenchList, benchLists } from "@/bench/call-log/filters";
import { recordingDatabase, scannedTable } from "@/bench/call-log/plans";
import { quantile } from "@/bench/dashboards/times";
import { startBenchServer, withConnection } from "@/bench/database";
import { say } from "@/bench/say";
import type { Connection } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { type CallSort, newestFirst } from "@/server/domain/calls/call-filter";
import { systemCallScope } from "@/server/domain/people/viewer";
import { callConditions, type ReadCallFilter } from "@/server/store/calls/call-conditions";
import { orderBy, stretches } from "@/server/store/calls/call-order";
import { findCalls } from "@/server/store/calls/find-calls";

const MILLISECONDS_MAX = 30;
/** The page of the call log, and one row to see whether there is a next. */
const PAGE = 51;
/** How deep the comparison with OFFSET reads. */
const DEPTH = 100_000;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { calls: { type: "string", default: "1000000" }, repetitions: { type: "string", default: "15" } },
});
const repetitions = Number(values.repetitions);

const sorts = (["start", "wait", "talk", "handle"] as const).flatMap((by) =>
  (["descending", "ascending"] as const).map((order): CallSort => ({ by, order })),
);

async function time(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= repetitions; run += 1) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  // The first run reads from disk and prepares what later runs find ready.
  return times.slice(1);
}

interface Measured {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly scanned: string | undefined;
}

async function measurePage(
  { db, client }: Connection,
  { name, scope, filter }: BenchList,
  sort: CallSort,
): Promise<Measured> {
  const request = { scope, filter, sort, limit: PAGE };
  const recording = recordingDatabase(client);
  await findCalls(recording.db, request);
  const scans: (string | undefined)[] = [];
  for (const statement of recording.sent) scans.push(await scannedTable(client, statement));
  const times = await time(() => findCalls(db, request));
  return {
    name: `${name}, by ${sort.by} ${sort.order}`,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    scanned: scans.find(Boolean),
  };
}

function print({ name, median, p95, scanned }: Measured): void {
  const fault = scanned ? `  SCANS ${scanned}` : "";
  say(
    `${name.padEnd(66)} median ${median.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms${fault}`,
  );
}

/** A page far down the list, read from its cursor and read by OFFSET. */
async function compareWithOffset({ db }: Connection): Promise<number> {
  const filter: ReadCallFilter = { deleted: "without" };
  const [stretch] = stretches(newestFirst);
  if (!stretch) throw new Error("a list has at least one stretch");
  const byOffset = (limit: number, offset: number) =>
    db
      .select()
      .from(calls)
      .where(callConditions(systemCallScope, filter))
      .orderBy(orderBy(stretch))
      .limit(limit)
      .offset(offset);
  const [last] = await byOffset(1, DEPTH - 1);
  if (!last) throw new Error(`the list is shorter than ${DEPTH}`);
  const after = { value: null, callId: last.callId };
  const ours = quantile(
    await time(() =>
      findCalls(db, { scope: systemCallScope, filter, sort: newestFirst, limit: PAGE, after }),
    ),
    0.5,
  );
  const offset = quantile(await time(() => byOffset(PAGE, DEPTH)), 0.5);
  say(`the page after ${DEPTH} calls: by cursor ${ours.toFixed(1)} ms, by OFFSET ${offset.toFixed(1)} ms`);
  return offset / ours;
}

async function measure(connection: Connection): Promise<boolean> {
  await fillCalls(connection, Number(values.calls));
  const measured: Measured[] = [];
  for (const list of await benchLists(connection.db)) {
    for (const sort of sorts) {
      const page = await measurePage(connection, list, sort);
      print(page);
      measured.push(page);
    }
  }
  const ratio = await compareWithOffset(connection);
  const slowest = measured.toSorted((one, other) => other.median - one.median)[0];
  const scanning = measured.filter(({ scanned }) => scanned).length;
  const isMet = slowest !== undefined && slowest.median < MILLISECONDS_MAX && scanning === 0;
  say(
    `${isMet ? "MET" : "MISSED"}: ${measured.length} first pages of ${values.calls} calls, the slowest median ` +
      `${slowest?.median.toFixed(1)} ms (${slowest?.name}; under ${MILLISECONDS_MAX}), ${scanning} sequential scans (none), ` +
      `${ratio.toFixed(1)} times as fast as OFFSET after ${DEPTH} calls`,
  );
  return isMet;
}

const server = await startBenchServer();
try {
  const url = await server.createDatabase("bench_call_log");
  process.exitCode = (await withConnection(url, measure)) ? 0 : 1;
} finally {
  await server.stop();
}
