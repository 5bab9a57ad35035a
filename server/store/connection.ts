import { type Connection, connect } from "@/drizzle/database";
import { env } from "@/server/env";

declare global {
  /** Next.js may load this module more than once in a process; the pool must be one. */
  var hotlineConnection: Connection | undefined;
}

/** The process's connection to the database that the settings name. */
export function connection(): Connection {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start Hotline with `npm start`, which provides it.");
  globalThis.hotlineConnection ??= connect(url, { applicationName: "hotline-web" });
  return globalThis.hotlineConnection;
}
