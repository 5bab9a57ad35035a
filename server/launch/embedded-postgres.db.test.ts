import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "@/server/launch/embedded-postgres";
import { planIn } from "@/server/testing/test-postgres";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hotline-test-"));
  await chmod(folder, 0o711);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function query(url: string, statement: string): Promise<readonly postgres.Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test("what was committed is there after a stop and a start, with nothing to recover", async () => {
  const plan = await planIn(folder);
  const first = await startEmbeddedPostgres(plan);
  await query(first.url, "create table kept as select 42 as answer");
  await first.stop();
  const second = await startEmbeddedPostgres(plan);
  expect(await query(second.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  await second.stop();
  expect(await readFile(join(folder, "postgres.log"), "utf8")).not.toContain("not properly shut down");
});

test("a second start on the same data is refused with what to do, and the first goes on", async () => {
  const plan = await planIn(folder);
  const first = await startEmbeddedPostgres(plan);
  const second = startEmbeddedPostgres(plan);
  await expect(second).rejects.toThrow(CannotLaunch);
  await expect(second).rejects.toThrow(/already running on the data in .*HOTLINE_DATA=/s);
  expect(await findEmbeddedPostgres(plan)).toBe(first.url);
  expect(await query(first.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await first.stop();
  expect(await findEmbeddedPostgres(plan)).toBeUndefined();
});

test("after a launch that was killed the next one starts, and nothing committed is lost", async () => {
  const holder = spawn(process.execPath, ["--import", "tsx", "server/testing/hold-postgres.ts", folder]);
  const [said] = await once(holder.stdout, "data");
  await query(String(said).trim(), "create table kept as select 42 as answer");
  holder.kill("SIGKILL");
  const next = await startEmbeddedPostgres(await planIn(folder));
  expect(await query(next.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  await next.stop();
});

test("the password is for the owner of the data alone", async () => {
  const server = await startEmbeddedPostgres(await planIn(folder));
  expect((await stat(join(folder, "postgres-password"))).mode & 0o777).toBe(0o600);
  const stranger = Object.assign(new URL(server.url), { password: "guess" }).href;
  await expect(query(stranger, "select 1")).rejects.toThrow(/password authentication failed/);
  await server.stop();
});

test.runIf(process.getuid?.() === 0)("a folder closed to the database's account is named", async () => {
  const plan = await planIn(folder);
  await chmod(folder, 0o700);
  await expect(startEmbeddedPostgres(plan)).rejects.toThrow(
    new RegExp(`may not open ${folder}.*DATABASE_URL`),
  );
});
