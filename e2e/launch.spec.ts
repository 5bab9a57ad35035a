import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { npmStart } from "@/e2e/npm-start";
import { freePort } from "@/server/launch/free-port";

test.describe.configure({ mode: "serial" });

let data = "";

test.beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "hotline-e2e-"));
  await chmod(data, 0o711);
});

test.afterAll(() => rm(data, { recursive: true, force: true }));

/** Without demo traffic, which has its own tests. */
function start(settings: Record<string, string>): ChildProcess {
  return npmStart({ HOTLINE_DATA: data, HOTLINE_DEMO: "false", ...settings });
}

async function failureOf(settings: Record<string, string>): Promise<string> {
  const failing = start(settings);
  const complaint = failing.stderr ? text(failing.stderr) : "";
  const [code] = await once(failing, "exit");
  expect(code).toBe(1);
  return await complaint;
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`npm start serves until ${signal}, then leaves nothing behind`, async ({ request }) => {
    const port = await freePort();
    const running = start({ PORT: String(port) });
    const ended = once(running, "exit");
    const address = `http://127.0.0.1:${port}`;
    const health = () =>
      request.get(`${address}/api/health`).then(
        (answer) => answer.status(),
        () => 0,
      );
    await expect.poll(health, { timeout: 60_000 }).toBe(200);
    expect(await failureOf({ PORT: String(await freePort()) })).toContain("already running on the data");
    running.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(await health()).toBe(0);
    const log = await readFile(join(data, "postgres.log"), "utf8");
    expect(log.trimEnd()).toMatch(/database system is shut down$/);
    expect(log).not.toContain("not properly shut down");
  });
}

test("a port that is taken is named, and another proposed", async () => {
  const port = await freePort();
  const squatter = createServer().listen(port, "::");
  expect(await failureOf({ PORT: String(port) })).toContain(`Port ${port} is taken by another program.`);
  squatter.close();
});

test("a setting that cannot be used is named, without a stack trace", async () => {
  const complaint = await failureOf({ PORT: "telephone" });
  expect(complaint).toContain("PORT must be a number");
  expect(complaint).not.toMatch(/^\s+at /m);
});
