import { describe, expect, test } from "vitest";
import {
  forbiddenImports,
  importCycles,
  impurities,
  projectSources,
  undocumented,
} from "@/server/testing/architecture";
import { readSource } from "@/server/testing/source-code";

const project = projectSources();

describe("the project", () => {
  test("is read as a whole", () => {
    expect(project.size).toBeGreaterThan(30);
    expect(project.get("server/commands/command")?.imports).toContain("@/server/store/audit");
  });

  test("imports only along the arrows of the import table", () => {
    expect(forbiddenImports(project)).toEqual([]);
  });

  test("writes SQL in the store alone, unless it runs, tests or measures the database itself", () => {
    const places = ["drizzle/", "server/store/", "server/launch/", "server/testing/", "bench/"];
    const others = [...project].filter(
      ([file]) => !/\.(test|spec)$/.test(file) && !places.some((place) => file.startsWith(place)),
    );
    const writers = others.filter(([, { imports }]) =>
      imports.some((name) => /^(drizzle-orm|postgres)(\/|$)/.test(name)),
    );
    expect(writers.map(([file]) => file)).toEqual([]);
  });

  test("has no ring of files that import one another", () => {
    expect(importCycles(project)).toEqual([]);
  });

  test("asks for neither clock nor chance where results must follow from arguments", () => {
    expect(impurities(project)).toEqual([]);
  });

  test("says of every function of the domain what it means", () => {
    expect(undocumented(project)).toEqual([]);
  });
});

/** One file of the project, imagined. */
function imagine(file: string, text: string) {
  return new Map([[file.replace(/\.tsx?$/, ""), readSource(file, text)]]);
}

describe("an arrow against the direction is found", () => {
  test.each([
    ["app/(console)/calls/page.tsx", `import { calls } from "@/drizzle/schema/calls";`],
    ["app/(console)/calls/page.tsx", `import { findCalls } from "@/server/store/calls";`],
    ["app/(console)/calls/page.tsx", `import { deleteCall } from "@/server/commands/delete-call";`],
    ["app/_charts/prepare-waits.ts", `import { api } from "@/app/_trpc/server";`],
    ["app/_charts/prepare-waits.ts", `import { line } from "d3-shape";`],
    ["server/domain/calls/transition.ts", `import { findCalls } from "@/server/store/calls";`],
    ["server/domain/calls/transition.ts", `import type { Database } from "@/drizzle/database";`],
    ["server/domain/calls/transition.ts", `import { findCalls } from "../../store/calls";`],
    ["server/domain/calls/transition.ts", `export { findCalls } from "@/server/store/calls";`],
    ["server/domain/calls/transition.ts", `export * from "@/server/store/calls";`],
    ["server/domain/calls/transition.ts", `const store = await import("@/server/store/calls");`],
    ["server/domain/calls/transition.ts", `const store = await import(\`@/server/store/\${noun}\`);`],
    ["server/domain/calls/transition.ts", `type Calls = import("@/server/store/calls").Calls;`],
    ["server/domain/calls/transition.ts", `import "@/server/env";`],
    ["server/domain/calls/transition.ts", `import { readFileSync } from "node:fs";`],
    ["server/domain/calls/transition.ts", `import { v7 } from "uuid";`],
    ["server/domain/calls/transition.test.ts", `import { findCalls } from "@/server/store/calls";`],
    ["server/store/calls.ts", `import { deleteCall } from "@/server/commands/delete-call";`],
    ["server/store/calls.ts", `import { router } from "@/server/api/trpc";`],
    ["server/commands/delete-call.ts", `import { appRouter } from "@/server/api/root";`],
    ["server/commands/delete-call.ts", `import { useTestDatabase } from "@/server/testing/test-database";`],
    ["server/api/root.ts", `import { Page } from "@/app/(console)/page";`],
    ["server/importing/batch.ts", `import { appRouter } from "@/server/api/root";`],
    ["server/auth/session.ts", `import { start } from "@/server/launch/start";`],
    ["drizzle/schema/calls.ts", `import { findCalls } from "@/server/store/calls";`],
    ["drizzle/schema/calls.ts", `import { seedDemo } from "@/drizzle/seed/seed-demo";`],
    ["server/drawer/things.ts", ""],
  ])("%s: %s", (file, text) => {
    expect(forbiddenImports(imagine(file, text))).toHaveLength(1);
  });
});

describe("an arrow along the direction is left alone", () => {
  test.each([
    ["app/(console)/calls/page.tsx", `import { api } from "@/app/_trpc/server";`],
    ["app/(console)/calls/page.tsx", `import { can } from "@/server/domain/people/permissions";`],
    ["app/(console)/dashboards/page.tsx", `import { waits } from "@/app/_charts/prepare-waits";`],
    ["server/api/routers/calls.ts", `import { findCalls } from "@/server/store/calls";`],
    ["server/api/routers/calls.ts", `import { deleteCall } from "@/server/commands/delete-call";`],
    ["server/commands/delete-call.ts", `import { findCall } from "@/server/store/calls";`],
    ["server/store/calls.ts", `import { calls } from "@/drizzle/schema/calls";`],
    ["server/store/calls.db.test.ts", `import { useTestDatabase } from "@/server/testing/test-database";`],
    ["server/domain/calls/transition.ts", `import { z } from "zod";`],
    ["server/domain/calls/transition.ts", `// import { findCalls } from "@/server/store/calls";`],
    ["server/domain/calls/transition.test.ts", `import { test } from "vitest";`],
    ["server/launch/start.ts", `import { seedDemo } from "@/drizzle/seed/seed-demo";`],
  ])("%s: %s", (file, text) => {
    expect(forbiddenImports(imagine(file, text))).toEqual([]);
  });
});

describe("clock and chance are found in pure code", () => {
  test.each([
    "const now = Date.now();",
    `const now = Date["now"]();`,
    "const now = new Date();",
    "const now = new Date;",
    "const now = Date();",
    "const { now } = Date;",
    "const clock = Date;",
    "const id = Math.random();",
    "const { random } = Math;",
    "const key = Math[name]();",
    "const elapsed = performance.now();",
    "const id = crypto.randomUUID();",
    "const id = globalThis.crypto.randomUUID();",
    "const zone = process.env;",
    "const now = Temporal.Now.instant();",
    "const { Now } = Temporal;",
    `import { Temporal as Time } from "temporal-polyfill";`,
  ])("%s", (text) => {
    expect(impurities(imagine("server/domain/calls/transition.ts", text))).not.toEqual([]);
    expect(impurities(imagine("server/store/calls.ts", text))).toEqual([]);
  });

  test.each([
    "const at = new Date(startedAt);",
    "const month = Date.UTC(2026, 10);",
    "const longest = Math.max(1, 2);",
    `import { Temporal } from "temporal-polyfill"; const day = Temporal.PlainDate.from("2026-11-23");`,
    "// Date.now() belongs to the caller",
    `const hint = "Math.random()";`,
    "function wait(from: Date): Date { return from; }",
  ])("while what follows from its arguments is not: %s", (text) => {
    expect(impurities(imagine("server/domain/calls/transition.ts", text))).toEqual([]);
  });
});

describe("a function that others may call is to say what it means", () => {
  test.each([
    "export function wait() {}",
    "export const wait = () => 0;",
    "export const wait = function () {};",
    "export async function wait() {}",
    "// Seconds.\nexport function wait() {}",
    "/* Seconds. */ export function wait() {}",
    "/** Of something else. */\nconst other = 1;\nexport function wait() {}",
  ])("%j", (text) => {
    expect(undocumented(imagine("server/domain/calls/waits.ts", text))).toEqual([
      "server/domain/calls/waits: wait",
    ]);
    expect(undocumented(imagine("server/store/waits.ts", text))).toEqual([]);
    expect(undocumented(imagine("server/domain/calls/waits.test.ts", text))).toEqual([]);
  });

  test.each([
    "/** The wait, in ms. */\nexport function wait() {}",
    "/**\n * 等待时间。\n */\nexport const wait = () => 0;",
    "function wait() {}",
    "export const wait = 1;",
    "export interface Wait {}",
  ])("which %j does, or is none", (text) => {
    expect(undocumented(imagine("server/domain/calls/waits.ts", text))).toEqual([]);
  });
});

test("a ring of imports is found, through types too", () => {
  const ring = new Map([
    ...imagine("server/domain/a.ts", `import { b } from "@/server/domain/b";`),
    ...imagine("server/domain/b.ts", `import type { C } from "./c";`),
    ...imagine("server/domain/c.ts", `export { a } from "@/server/domain/a";`),
    ...imagine("server/domain/d.ts", `import { a } from "@/server/domain/a";`),
  ]);
  expect(importCycles(ring)).toEqual([
    "server/domain/a → server/domain/b → server/domain/c → server/domain/a",
  ]);
});
