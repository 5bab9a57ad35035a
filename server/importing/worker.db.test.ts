import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { imports } from "@/drizzle/schema/imports";
import { environmentWith } from "@/server/env";
import { createImport } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db, url } = useTestDatabase();
const writeTemporary = useTemporaryFiles();

const T = 1_795_363_844;

test("a worker that is asked to end in the middle of an import leaves it to the next one as if not begun", async () => {
  const lines = Array.from({ length: 60_000 }, (_, call) => [
    `${T + call}|${call}.0|hotline|NONE|ENTERQUEUE||13812345678|1`,
    `${T + call + 9}|${call}.0|hotline|NONE|ABANDON|1|1|9`,
  ]);
  const path = await writeTemporary(`${lines.flat().join("\n")}\n`);
  const importId = await createImport(db, { format: "asterisk-queue-log", path, options: { path } });
  const stored = async () => (await db.select().from(imports).where(eq(imports.importId, importId)))[0];
  const env = environmentWith({ DATABASE_URL: url, HOTLINE_DATA: join(tmpdir(), "hotline-no-uploads") });
  const worker = spawn(process.execPath, ["--import", "tsx", "server/importing/worker.ts"], { env });
  const ended = once(worker, "exit");
  await vi.waitFor(async () => expect((await stored())?.rowsRead).toBeGreaterThan(0), { timeout: 30_000 });
  worker.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(await stored()).toMatchObject({ status: "waiting", attempts: 0, leaseHolder: null });
}, 60_000);
