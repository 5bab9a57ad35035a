/**
 * Arguments of Node.js for a process that imports: without them it collects garbage so lazily that it
 * takes three times the memory it needs. Those of `npm run import` stand in package.json.
 */
export const heapLimits = [
  "--max-old-space-size=160",
  "--max-semi-space-size=16",
  "--heap-growing-percent=100",
] as const;

/**
 * Arguments for the web server: a dashboard page makes some megabytes of numbers that are garbage when it is
 * printed, and with room for several of them a third less time is spent on it.
 */
export const webHeap = ["--max-semi-space-size=64"] as const;
