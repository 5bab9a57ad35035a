import { type Child, startChild } from "@/server/launch/child";
import { heapLimits } from "@/server/launch/heap-limits";
import { startRestarting } from "@/server/launch/restarting";

/**
 * Starts the process that runs imports, so that a large file never makes a page wait. A file that is the
 * death of it is nobody else's: it is started again.
 */
export function startImportWorker(): Child {
  const script = [...heapLimits, "--import", "tsx", "server/importing/worker.ts"];
  return startRestarting(() => startChild({ name: "The import worker", script, environment: {} }));
}
