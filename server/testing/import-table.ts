/** One part of the product: the files under its path, and the parts it may import beside itself. */
export interface Part {
  readonly path: string;
  readonly mayImport: readonly string[] | "anything";
  /** The npm packages it may use; left out where any may be. */
  readonly packages?: readonly string[];
}

/**
 * app → api → commands → store → drizzle. Everyone may use domain; domain uses nobody.
 * A file belongs to the part with the longest path that holds it.
 */
export const importTable: readonly Part[] = [
  { path: "server/domain", mayImport: [], packages: ["zod", "temporal-polyfill", "@js-sdsl/ordered-set"] },
  { path: "server/env", mayImport: ["server/domain"], packages: ["zod", "node:fs"] },
  { path: "server/log", mayImport: ["server/env"], packages: ["pino", "node:crypto"] },
  { path: "package.json", mayImport: [] },

  { path: "drizzle", mayImport: ["server/domain"] },
  { path: "server/store", mayImport: ["drizzle", "server/domain", "server/env"] },
  { path: "server/commands", mayImport: ["server/store", "drizzle", "server/domain"] },
  {
    path: "server/auth",
    mayImport: ["server/commands", "server/store", "server/domain", "server/env", "server/log"],
  },
  {
    path: "server/api",
    mayImport: [
      "server/auth",
      "server/commands",
      "server/importing",
      "server/store",
      "drizzle",
      "server/domain",
      "server/env",
      "server/log",
      "package.json",
    ],
  },
  {
    path: "app",
    mayImport: ["app/_charts", "app/_messages", "server/api", "server/auth", "server/domain", "server/env"],
  },
  { path: "app/_messages", mayImport: [] },
  { path: "app/_charts", mayImport: ["server/domain"], packages: [] },

  {
    path: "server/importing",
    mayImport: [
      "app/_messages",
      "server/commands",
      "server/store",
      "drizzle",
      "server/domain",
      "server/env",
      "server/log",
    ],
  },
  {
    path: "drizzle/seed",
    mayImport: ["server/importing", "server/commands", "server/store", "drizzle", "server/domain"],
  },

  { path: "server/launch", mayImport: "anything" },
  { path: "server/testing", mayImport: "anything" },
  { path: "bench", mayImport: "anything" },
  { path: "e2e", mayImport: "anything" },
];

/** Parts whose results follow from their arguments alone. */
export const pureParts = ["server/domain", "app/_charts"] as const;

export const sourceFolders = ["app", "server", "drizzle", "bench", "e2e"] as const;
