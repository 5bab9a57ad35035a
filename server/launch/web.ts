import { setTimeout as delay } from "node:timers/promises";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { type Child, startChild } from "@/server/launch/child";
import { webHeap } from "@/server/launch/heap-limits";

export const nextScript = "node_modules/next/dist/bin/next";

export interface WebPlan {
  readonly mode: "production" | "development";
  readonly host: string;
  readonly port: number;
}

/** Starts the web server; `untilAnswering` waits for it. */
export function startWeb({ mode, host, port }: WebPlan): Child {
  return startChild({
    name: "the web server",
    script: [...webHeap, "--import", "tsx", "server/launch/web-server.ts", mode, host, String(port)],
    environment: { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** Throws `CannotLaunch` with what the server printed when it ended instead. */
export async function untilAnswering(web: Child, { host, port }: WebPlan): Promise<void> {
  const health = new URL(`http://${host.includes(":") ? "[::1]" : host}:${port}/api/health`);
  const dead = web.ended.then(() => "dead" as const);
  for (;;) {
    const outcome = await Promise.race([answers(health), dead]);
    if (outcome === "dead") throw new CannotLaunch(`${web.printed()}\nThe web server did not start.`);
    if (outcome) return;
    await delay(50);
  }
}

async function answers(health: URL): Promise<boolean> {
  const response = await fetch(health).catch(() => undefined);
  return response !== undefined;
}
