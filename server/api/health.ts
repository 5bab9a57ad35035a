import packageJson from "@/package.json";
import { env } from "@/server/env";
import { DatabaseProbe } from "@/server/store/database-probe";

export interface Health {
  readonly status: "ok" | "unavailable";
  readonly database: "ok" | "unreachable";
  readonly version: string;
}

/** What is said of `database`, in words that load balancers and people read alike. */
export async function healthOf(database: DatabaseProbe): Promise<Health> {
  const { version } = packageJson;
  return (await database.answers())
    ? { status: "ok", database: "ok", version }
    : { status: "unavailable", database: "unreachable", version };
}

let probe: DatabaseProbe | undefined;

/** The health of this process; it answers within seconds, whatever the database does. */
export async function answerHealth(): Promise<Health> {
  probe ??= new DatabaseProbe(env().DATABASE_URL ?? "");
  return await healthOf(probe);
}
