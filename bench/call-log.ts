import { parseArgs } from "node:util";
import { fillCalls } from "@/bench/call-log/fill";
import { benchLists } from "@/bench/call-log/filters";
import { recordingDatabase, scannedTable } from "@/bench/call-log/plans";
import { median, quantile, repeated, timed } from "@/bench/dashboards/times";
import { startBenchServer, withConnection } from "@/bench/database";
import { say } from "@/bench/say";
import type { Connection } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { type CallSort, newestFirst } from "@/server/domain/calls/call-filter";
import { systemCallScope } from "@/server/domain/people/viewer";
import { callConditions, type ReadCallFilter } from "@/server/store/calls/call-conditions";
import { orderBy, stretches } from "@/server/store/calls/call-order";
import { findCalls } from "@/server/store/calls/find-calls";
import type { CallListRequest } from "@/server/store/calls/read-page";

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

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  return median(await repeated(repetitions, work));
}

interface Page {
  readonly name: string;
  readonly request: CallListRequest;
  readonly scanned: string | undefined;
  readonly times: number[];
}

/** Every list in every order, each read once: what later runs find ready is made ready here. */
async function openPages({ db, client }: Connection): Promise<Page[]> {
  const pages: Page[] = [];
  for (const { name, scope, filter } of await benchLists(db)) {
    for (const sort of sorts) {
      const request = { scope, filter, sort, limit: PAGE };
      const recording = recordingDatabase(client);
      await findCalls(recording.db, request);
      const scans: (string | undefined)[] = [];
      for (const statement of recording.sent) scans.push(await scannedTable(client, statement));
      pages.push({
        name: `${name}, by ${sort.by} ${sort.order}`,
        request,
        scanned: scans.find(Boolean),
        times: [],
      });
    }
  }
  return pages;
}

function print({ name, times, scanned }: Page): void {
  const [middle, most] = [median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(1).padStart(6));
  const fault = scanned ? `  SCANS ${scanned}` : "";
  say(`${name.padEnd(66)} median ${middle} ms   p95 ${most} ms${fault}`);
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
  const ours = await medianOf(() =>
    findCalls(db, { scope: systemCallScope, filter, sort: newestFirst, limit: PAGE, after }),
  );
  const offset = await medianOf(() => byOffset(PAGE, DEPTH));
  say(`the page after ${DEPTH} calls: by cursor ${ours.toFixed(1)} ms, by OFFSET ${offset.toFixed(1)} ms`);
  return offset / ours;
}

async function measure(connection: Connection): Promise<boolean> {
  await fillCalls(connection, Number(values.calls));
  const pages = await openPages(connection);
  // Round after round, so that a machine that slows down for a minute does so to all pages alike.
  for (let round = 0; round < repetitions; round += 1) {
    for (const { request, times } of pages) times.push(await timed(() => findCalls(connection.db, request)));
  }
  for (const page of pages) print(page);
  const ratio = await compareWithOffset(connection);
  const medians = pages.map(({ times }) => median(times));
  const slowest = Math.max(...medians);
  const over = medians.filter((middle) => middle >= MILLISECONDS_MAX).length;
  const scanning = pages.filter(({ scanned }) => scanned).length;
  const isMet = over === 0 && scanning === 0;
  say(
    `${isMet ? "MET" : "MISSED"}: ${pages.length} first pages of ${values.calls} calls, the slowest median ` +
      `${slowest.toFixed(1)} ms (${pages[medians.indexOf(slowest)]?.name}), ${over} not under ${MILLISECONDS_MAX} ms (none), ` +
      `${scanning} sequential scans (none), ${ratio.toFixed(1)} times as fast as OFFSET after ${DEPTH} calls`,
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
