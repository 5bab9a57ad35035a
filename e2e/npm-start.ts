import { type ChildProcess, spawn } from "node:child_process";
import { environmentWith } from "@/server/env";

/** `npm start` as somebody types it who has set nothing but `settings`. */
export function npmStart(settings: Record<string, string>): ChildProcess {
  const unsaid = { DATABASE_URL: "", HOTLINE_DEMO: "", NEXTAUTH_URL: "", NEXTAUTH_SECRET: "" };
  return spawn("npm", ["start"], { env: environmentWith({ ...unsaid, ...settings }) });
}
