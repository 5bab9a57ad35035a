import { spawnSync } from "node:child_process";
import { z } from "zod";
import { CannotLaunch } from "@/server/launch/cannot-launch";

/** The account PostgreSQL runs as. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const accountName = "postgres";

/** PostgreSQL refuses to run as root: root lends it the account `postgres`, anyone else runs it as oneself. */
export function databaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (accountNumber("-u") === undefined) createAccount();
  const uid = accountNumber("-u");
  const gid = accountNumber("-g");
  if (uid !== undefined && gid !== undefined) return { uid, gid };
  throw new CannotLaunch(
    `PostgreSQL does not run as root, and the account "${accountName}" could not be created. ` +
      `Create it (useradd --system ${accountName}), run the command as an ordinary user, ` +
      "or name a PostgreSQL server in DATABASE_URL.",
  );
}

/** Whether `user` may enter the folder, or run the program, at `path`. */
export function isReachable(path: string, user: DatabaseUser | undefined): boolean {
  if (user === undefined) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { cwd: "/", ...user });
  return probe.status === 0;
}

function accountNumber(flag: "-u" | "-g"): number | undefined {
  const answer = spawnSync("id", [flag, accountName], { encoding: "utf8" });
  return answer.status === 0 ? z.coerce.number().int().parse(answer.stdout.trim()) : undefined;
}

function createAccount(): void {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", accountName], { stdio: "ignore" });
}
