import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { type Child, startChild } from "@/server/launch/child";
import { nextScript } from "@/server/launch/web";

/** What the build is made from. */
const folders = ["app", "server", "drizzle"];
const files = ["next.config.mjs", "package.json", "package-lock.json", "tailwind.config.ts", "tsconfig.json"];

const fingerprintFile = ".next/hotline-fingerprint";

/** Whether `.next` holds a production build of exactly these sources. */
export function isBuilt(): boolean {
  if (!(existsSync(".next/BUILD_ID") && existsSync(fingerprintFile))) return false;
  return readFileSync(fingerprintFile, "utf8") === fingerprint();
}

/** Starts the production build; `finishBuild` waits for it. */
export function startBuild(): Child {
  return startChild({
    name: "the build",
    script: [nextScript, "build"],
    environment: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** Throws `CannotLaunch` with what the build printed when it failed. */
export async function finishBuild(build: Child): Promise<void> {
  const before = fingerprint();
  const code = await build.ended;
  if (code !== 0) throw new CannotLaunch(`${build.printed()}\nThe build failed; the reason is above.`);
  writeFileSync(fingerprintFile, before);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of [...files, ...folders.flatMap(filesUnder)]) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
