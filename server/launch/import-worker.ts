import { type Child, startChild } from "@/server/launch/child";
import { heapLimits } from "@/server/launch/heap-limits";

/** Starts the process that runs imports, so that a large file never makes a page wait. */
export function startImportWorker(): Child {
  return startChild({
    name: "the import worker",
    script: [...heapLimits, "--import", "tsx", "server/importing/worker.ts"],
    environment: {},
  });
}
