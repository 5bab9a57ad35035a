import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { keptSecret, makeDataFolder } from "@/server/launch/data-folder";
import { type DatabaseUser, databaseUser, isReachable } from "@/server/launch/database-user";
import type { PostgresBinaries } from "@/server/launch/postgres-binaries";

export interface PostgresPlan {
  /** Holds the cluster, its password and its log. */
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  /** Over and above the product's own. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** One PostgreSQL's files, and the account that owns them. */
export interface Cluster {
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly user: DatabaseUser | undefined;
}

/** The database's owner, and the database's name. */
export const owner = "hotline";

/** The cluster in `plan.folder`, made when absent. Throws `CannotLaunch` where its account may not go. */
export async function prepareCluster(plan: PostgresPlan): Promise<Cluster> {
  const user = databaseUser();
  await makeDataFolder(plan.folder);
  refuseUnreachable(plan, user);
  const password = await keptSecret(join(plan.folder, "postgres-password"));
  const data = join(plan.folder, "postgres");
  const cluster = { data, log: `${data}.log`, password, user };
  if (!existsSync(cluster.data)) await initialise(plan, cluster);
  return cluster;
}

function refuseUnreachable(plan: PostgresPlan, user: DatabaseUser | undefined): void {
  const unreachable = [plan.binaries.initdb, plan.folder].find((path) => !isReachable(path, user));
  if (unreachable === undefined) return;
  throw new CannotLaunch(
    `PostgreSQL does not run as root, and the account it runs as instead, "postgres", may not open ${unreachable}. ` +
      "Move the clone to a folder that others may enter (for example /opt/hotline), " +
      "run the command as an ordinary user, or name a PostgreSQL server in DATABASE_URL.",
  );
}

/** Built beside its place and moved there when whole: an interrupted first start leaves nothing half-made. */
async function initialise(plan: PostgresPlan, { data, password, user }: Cluster): Promise<void> {
  const draft = `${data}.new`;
  const passwordFile = join(draft, "password");
  const cluster = join(draft, "cluster");
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await Promise.all([draft, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  const arguments_ = [
    `--pgdata=${cluster}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  const initdb = spawn(plan.binaries.initdb, arguments_, surroundings(draft, user));
  const said: string[] = [];
  initdb.stderr?.on("data", (chunk) => said.push(String(chunk)));
  const [code] = await once(initdb, "close");
  if (code !== 0)
    throw new CannotLaunch(`PostgreSQL could not be set up in ${data}: ${said.join("").trim()}`);
  await rename(cluster, data);
  await rm(draft, { recursive: true });
}

/** Nothing of our own environment: a PGDATA or PGPORT in it means another server. */
export function surroundings(folder: string, user: DatabaseUser | undefined): SpawnOptions {
  return { cwd: folder, env: { LC_ALL: "C", NODE_ENV: "production" }, ...user };
}
