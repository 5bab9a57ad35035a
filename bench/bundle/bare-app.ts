import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { startChild } from "@/server/launch/child";
import { freePort, loopback } from "@/server/launch/free-port";
import { nextScript, untilAnswering } from "@/server/launch/web";

/** The least that Next.js can be: one page with one component that runs in the browser. */
const files = {
  "package.json": '{ "name": "bare", "private": true, "type": "module" }',
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(resolve("."))} } };`,
  "app/layout.jsx":
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  "app/page.jsx":
    'import { Counter } from "./counter";\nexport default function Page() { return <Counter />; }',
  "app/counter.jsx":
    '"use client";\nimport { useState } from "react";\nexport function Counter() { const [count, setCount] = useState(0); return <button onClick={() => setCount(count + 1)}>{count}</button>; }',
};

export interface BareApp {
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds and starts the bare app from the project's own packages, inside it so that they are found. */
export async function startBareApp(): Promise<BareApp> {
  const folder = resolve(".next/bare-app");
  await rm(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const environment = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const build = startChild({ name: "the bare build", script: [nextScript, "build", folder], environment });
  if ((await build.ended) !== 0) throw new CannotLaunch(build.printed());
  const port = await freePort();
  const address = ["-H", loopback, "-p", String(port)];
  const script = [nextScript, "start", folder, ...address];
  const web = startChild({ name: "the bare app", script, environment });
  await untilAnswering(web, { mode: "production", host: loopback, port });
  return {
    url: `http://${loopback}:${port}/`,
    async stop() {
      await web.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
