import { setTimeout as delay } from "node:timers/promises";
import type { Child } from "@/server/launch/child";
import { complain } from "@/server/launch/say";

/** A child that ended at once the last time is not started again before the pause is over. */
export interface Pauses {
  readonly firstMs: number;
  readonly longestMs: number;
}

const MINUTE_MS = 60_000;
const PATIENT: Pauses = { firstMs: 1000, longestMs: 5 * MINUTE_MS };

/**
 * Starts a process that the product can do without for a moment, and starts it again whenever it ends, after
 * a pause that doubles each time up to `longestMs`. One that lived for longer than that begins afresh.
 */
export function startRestarting(start: () => Child, pauses: Pauses = PATIENT): Child {
  const stopping = new AbortController();
  let child = start();
  let isPrinting = false;

  async function keepUp(): Promise<number> {
    let pauseMs = pauses.firstMs;
    for (;;) {
      const startedAt = performance.now();
      const code = await child.ended;
      if (stopping.signal.aborted) return code;
      if (performance.now() - startedAt > pauses.longestMs) pauseMs = pauses.firstMs;
      complain(`${child.name} ended unexpectedly (${code}). It is started again in ${pauseMs / 1000} s.`);
      const isOver = await delay(pauseMs, false, { signal: stopping.signal }).catch(() => true);
      if (isOver) return code;
      pauseMs = Math.min(2 * pauseMs, pauses.longestMs);
      child = start();
      if (isPrinting) child.print();
    }
  }

  return {
    name: child.name,
    ended: keepUp(),
    printed: () => child.printed(),
    print() {
      isPrinting = true;
      child.print();
    },
    async stop() {
      stopping.abort();
      await child.stop();
    },
  };
}
