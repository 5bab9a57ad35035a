import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { freePort, loopback } from "@/server/launch/free-port";
import { release, startGuarded } from "@/server/launch/guarded";
import {
  type Cluster,
  owner,
  type PostgresPlan,
  prepareCluster,
  surroundings,
} from "@/server/launch/postgres-cluster";
import { postgresSettings } from "@/server/launch/postgres-settings";

export interface RunningPostgres {
  /** Address of the database `hotline`, as its owner. */
  readonly url: string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends sessions, writes everything to disk and waits for it. */
  stop(): Promise<void>;
}

/** The name under which the launching process keeps a session open: who holds it owns the running server. */
const keeper = "hotline launch";

/** Starts the PostgreSQL in `plan.folder`, creating it when absent. Throws `CannotLaunch`. */
export async function startEmbeddedPostgres(plan: PostgresPlan): Promise<RunningPostgres> {
  const cluster = await prepareCluster(plan);
  await awaitFormerServer(cluster);
  return await start(plan, cluster);
}

/** Address of the PostgreSQL in `plan.folder` where a launch keeps it running. */
export async function findEmbeddedPostgres(plan: PostgresPlan): Promise<string | undefined> {
  const { data, password } = await prepareCluster(plan);
  const server = await formerServer(data);
  if (server === undefined || !((await countKeepers(server.port, password)) > 0)) return undefined;
  return addressOf(server.port, password);
}

/**
 * A server whose launch was killed ends by itself a moment later; one that did not is ended here.
 * One whose launch is alive is left alone. Whatever stays unclear is left to PostgreSQL's own lock.
 */
async function awaitFormerServer({ data, password }: Cluster): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const server = await formerServer(data);
    if (server === undefined) return;
    const keepers = await countKeepers(server.port, password);
    if (keepers > 0) throw alreadyRunning(data);
    // A launch takes a moment from starting its server to opening its session.
    if (keepers === 0 && attempt > 10) process.kill(server.pid, "SIGINT");
    await delay(100);
  }
}

/** NaN when the server does not answer to our password, or not yet, or no longer. */
async function countKeepers(port: number, password: string): Promise<number> {
  const probe = connect(port, password, "hotline probe");
  try {
    const sessions = await probe`select from pg_stat_activity where application_name = ${keeper}`;
    return sessions.length;
  } catch {
    return Number.NaN;
  } finally {
    await probe.end({ timeout: 1 });
  }
}

async function formerServer(data: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port] = text.split("\n").map(Number);
  return pid && port && isAlive(pid) ? { pid, port } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function alreadyRunning(data: string): CannotLaunch {
  return new CannotLaunch(
    `Hotline is already running on the data in ${dirname(data)}. ` +
      "Stop that one first (Ctrl-C where it runs), or give this one a data folder and a port of its own: " +
      "HOTLINE_DATA=.hotline-second PORT=3001 npm start.",
  );
}

async function start(plan: PostgresPlan, cluster: Cluster): Promise<RunningPostgres> {
  const port = await freePort();
  const log = await open(cluster.log, "a", 0o600);
  const { size: begin } = await log.stat();
  const server = startGuarded({
    command: [plan.binaries.postgres, ...serverArguments(plan, cluster.data, port)],
    signal: "INT",
    output: log.fd,
    options: surroundings(cluster.data, cluster.user),
  });
  const ended = once(server, "exit").then(() => undefined);
  await log.close();
  const session = connect(port, cluster.password, keeper);
  const outcome = await Promise.race([untilReady(session), ended.then(() => "ended" as const)]);
  if (outcome === "ended") throw await whyNotStarted(cluster, begin);
  return {
    url: addressOf(port, cluster.password),
    ended,
    stop: () => stop(server, ended, session),
  };
}

function serverArguments(plan: PostgresPlan, data: string, port: number): string[] {
  const settings = { ...postgresSettings(), ...plan.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", data, "-p", String(port), ...flags];
}

function addressOf(port: number, password: string): string {
  return `postgres://${owner}:${password}@${loopback}:${port}/${owner}`;
}

function connect(port: number, password: string, name: string): Sql {
  return postgres({
    host: loopback,
    port,
    password,
    username: owner,
    database: "postgres",
    max: 1,
    max_lifetime: null,
    backoff: () => 0,
    connection: { application_name: name },
  });
}

/** The server may be replaying its journal after a power cut: it is waited for as long as it lives. */
async function untilReady(session: Sql): Promise<"ready"> {
  for (;;) {
    try {
      const found = await session`select from pg_database where datname = ${owner}`;
      if (found.length === 0) await session`create database ${session(owner)}`;
      return "ready";
    } catch {
      await delay(30);
    }
  }
}

async function whyNotStarted({ data, log }: Cluster, begin: number): Promise<CannotLaunch> {
  const text = (await readFile(log)).subarray(begin).toString("utf8");
  if (text.includes("postmaster.pid")) return alreadyRunning(data);
  const reason = text.match(/FATAL: {2}(.*)/)?.[1] ?? "it gave no reason";
  return new CannotLaunch(`PostgreSQL did not start: ${reason}. Its whole log is ${log}.`);
}

async function stop(server: ChildProcess, ended: Promise<void>, session: Sql): Promise<void> {
  await session.end({ timeout: 1 });
  release(server);
  await ended;
}
