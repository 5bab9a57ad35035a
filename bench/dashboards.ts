import { parseArgs } from "node:util";
import { recordingDatabase } from "@/bench/call-log/plans";
import { countInexact, largestQuantileError } from "@/bench/dashboards/accuracy";
import { fillDashboards, sizesOf } from "@/bench/dashboards/fill";
import { type IngestRatio, ingestRatio } from "@/bench/dashboards/ingest";
import { whileCallsComeIn } from "@/bench/dashboards/live-calls";
import { dashboardPages, type Page } from "@/bench/dashboards/pages";
import { readPlainly } from "@/bench/dashboards/plain-sql";
import { median, quantile, repeated, timed } from "@/bench/dashboards/times";
import { startBenchServer, withConnection } from "@/bench/database";
import { say } from "@/bench/say";
import { type Connection, connect } from "@/drizzle/database";

const PAGE_MILLISECONDS_MAX = 200;
const QUERY_MILLISECONDS_MAX = 50;
const SPEED_UP_MIN = 50;
/** What plain SQL does sooner need not be faster. */
const SLOW_MILLISECONDS = 1000;
const QUANTILE_ERROR_MAX = 0.01;
const INGEST_RATIO_MAX = 1.5;
const READERS = 8;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    calls: { type: "string", default: "5000000" },
    repetitions: { type: "string", default: "5" },
    "ingest-calls": { type: "string", default: "40000" },
    /** A database that was filled before, to be measured again. */
    database: { type: "string" },
  },
});
const repetitions = Number(values.repetitions);

interface Measured {
  readonly page: Page;
  /** By a process that remembers nothing yet. */
  readonly first: number;
  readonly alone: number;
  readonly slowestQuery: number;
  readonly plain: number;
}

async function measurePage({ db, client }: Connection, page: Page): Promise<Measured> {
  const first = median(await repeated(repetitions, () => page.read(recordingDatabase(client).db)));
  const alone = median(await repeated(repetitions, () => page.read(db)));
  const recording = recordingDatabase(client);
  await page.read(recording.db);
  const queries: number[] = [];
  for (const { query, params } of recording.sent) {
    const send = () => client.unsafe(query, params.map(asSent));
    queries.push(median(await repeated(repetitions, send)));
  }
  const plain = await timed(() => readPlainly(db, page));
  return { page, first, alone, slowestQuery: Math.max(...queries), plain };
}

function asSent(value: unknown) {
  if (value === null || typeof value === "number") return value;
  return Array.isArray(value) ? value.map(String) : String(value);
}

function print({ page, first, alone, slowestQuery, plain }: Measured): void {
  say(
    `${page.name.padEnd(52)} first ${first.toFixed(0).padStart(5)} ms, then ${alone.toFixed(0).padStart(5)} ms   slowest query ${slowestQuery.toFixed(1).padStart(6)} ms   ` +
      `plain SQL ${plain.toFixed(0).padStart(6)} ms, ${timesAsLong(plain, first)} and ${timesAsLong(plain, alone)} times as long`,
  );
}

function timesAsLong(plain: number, ours: number): string {
  return (plain / ours).toFixed(0).padStart(4);
}

/** Eight readers at a time, each opening page after page. Answers the 95th percentile of each page's times. */
async function measureTogether(url: string, pages: readonly Page[]): Promise<Map<Page, number>> {
  const { db, close } = connect(url, { applicationName: "hotline-web" });
  const times = new Map(pages.map((page): [Page, number[]] => [page, []]));
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    for (let turn = 0; turn < repetitions * pages.length; turn += 1) {
      // Each begins elsewhere, so that they do not all want the same page at once.
      const page = pages[(turn + Math.floor((reader * pages.length) / READERS)) % pages.length];
      if (page !== undefined) times.get(page)?.push(await timed(() => page.read(db)));
    }
  });
  await Promise.all(readers);
  await close();
  return new Map([...times].map(([page, ofPage]) => [page, quantile(ofPage, 0.95)]));
}

async function measurePages(connection: Connection, url: string) {
  const pages = await dashboardPages(connection.db);
  const alone: Measured[] = [];
  for (const page of pages) {
    const measured = await measurePage(connection, page);
    print(measured);
    alone.push(measured);
  }
  const together = await measureTogether(url, pages);
  const { value: meanwhile, calls } = await whileCallsComeIn(url, () => measureTogether(url, pages));
  for (const [page, p95] of together)
    say(
      `${page.name.padEnd(52)} p95 ${p95.toFixed(0).padStart(5)} ms for ${READERS} readers, ` +
        `${(meanwhile.get(page) ?? Number.NaN).toFixed(0).padStart(5)} ms while ${calls} calls came in`,
    );
  return {
    pages: pages.length,
    page: Math.max(...together.values()),
    query: Math.max(...alone.map(({ slowestQuery }) => slowestQuery)),
    ...leastSpeedUp(alone),
  };
}

/** Of the pages for which plain SQL takes its time, the one that gains least. */
function leastSpeedUp(measured: readonly Measured[]): { slowPages: number; speedUp: number } {
  const slow = measured.filter(({ plain }) => plain > SLOW_MILLISECONDS);
  const gains = slow.map(({ plain, alone }) => plain / alone);
  return { slowPages: slow.length, speedUp: Math.min(...gains) };
}

async function saySizes(connection: Connection): Promise<void> {
  const { rollups, rows } = await sizesOf(connection);
  const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(0)} MB`;
  const share = ((rollups / rows) * 100).toFixed(0);
  say(`the rollups take ${megabytes(rollups)} beside ${megabytes(rows)} of rows, ${share} %`);
}

async function measure(connection: Connection, url: string, ingest: IngestRatio): Promise<boolean> {
  const { pages, page, query, slowPages, speedUp } = await measurePages(connection, url);
  const { compared, inexact } = await countInexact(connection.db);
  const error = await largestQuantileError(connection.db);
  const isMet =
    page < PAGE_MILLISECONDS_MAX &&
    query < QUERY_MILLISECONDS_MAX &&
    speedUp >= SPEED_UP_MIN &&
    inexact === 0 &&
    error <= QUANTILE_ERROR_MAX &&
    ingest.time <= INGEST_RATIO_MAX;
  say(
    `${isMet ? "MET" : "MISSED"}: ${pages} dashboard pages over ${values.calls} calls: the slowest p95 ${page.toFixed(0)} ms for ` +
      `${READERS} readers (under ${PAGE_MILLISECONDS_MAX}), the slowest query ${query.toFixed(1)} ms (under ${QUERY_MILLISECONDS_MAX}), ` +
      `${gainOf(slowPages, speedUp)}, ` +
      `${inexact} of ${compared} tallies inexact (none), quantiles within ${(error * 100).toFixed(2)} % (at most 1 %), ` +
      `ingest ${ingest.time.toFixed(2)} times as long as without rollups (at most ${INGEST_RATIO_MAX})`,
  );
  return isMet;
}

function gainOf(slowPages: number, speedUp: number): string {
  if (slowPages === 0) return "plain SQL takes over a second for none of them";
  return (
    `of ${slowPages} for which percentile_cont and count over the rows take over a second, the one that gains least ` +
    `${speedUp.toFixed(0)} times as fast (at least ${SPEED_UP_MIN})`
  );
}

const server = await startBenchServer();
try {
  const ingest = await ingestRatio(server, Number(values["ingest-calls"]), 3);
  say(
    `ingest takes ${ingest.time.toFixed(2)} times as long with rollups as without, ` +
      `and ${ingest.cpu.toFixed(2)} times the importing process's processor time (medians)`,
  );
  const url = values.database ?? (await server.createDatabase("bench_dashboards"));
  process.exitCode = await withConnection(url, async (connection) => {
    if (values.database === undefined) await fillDashboards(connection, Number(values.calls));
    await saySizes(connection);
    return (await measure(connection, url, ingest)) ? 0 : 1;
  });
} finally {
  await server.stop();
}
