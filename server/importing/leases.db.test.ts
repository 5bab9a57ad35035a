import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { ImportId } from "@/server/domain/identifiers";
import { performImport } from "@/server/importing/perform-import";
import { LeaseLost } from "@/server/importing/write-batches";
import { claimImport, findImport, releaseImport } from "@/server/store/imports";
import { claim, countCallsOf, createImport, queueLogOf } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();
const workplace = { db, homeCountry: "CN", now: Date.now };

test("an import whose worker died is taken up by another and counted as one", async () => {
  const path = await writeTemporary(queueLogOf("resumed", 4000));
  const importId = await createImport(db, { format: "asterisk-queue-log", path, provider: "resumed" });
  const first = await claim(db, importId);
  // The first worker writes everything and dies before it can say so.
  await performImport({ ...workplace }, first, path);
  await db.execute(sql`update import set status = 'running', report = null, lease_expires_at = now() - interval '1 s'
    where import_id = ${importId}`);
  const now = Date.now();
  const second = await claimImport(db, { holder: "second", now, expiresAt: now + 30_000 }, importId);
  expect(second?.fence).toBe(first.fence + 1);
  if (second === undefined) throw new Error("the lease had run out");
  const { report } = await performImport(workplace, second, path);
  expect(report?.calls).toEqual({ found: 4000, made: 4000, extended: 0, unchanged: 0 });
  expect(report?.created.skillGroups).toEqual(["resumed"]);
});

test("a worker that was paused while another took over writes nothing any more", async () => {
  const path = await writeTemporary(queueLogOf("fenced", 100));
  const importId = await createImport(db, { format: "asterisk-queue-log", path, provider: "fenced" });
  const paused = await claim(db, importId);
  await db.execute(
    sql`update import set lease_expires_at = now() - interval '1 s' where import_id = ${importId}`,
  );
  await claim(db, importId, "another");
  await expect(performImport(workplace, paused, path)).rejects.toThrow(LeaseLost);
  expect(await countCallsOf(db, "fenced")).toBe(0);
  expect(await findImport(db, importId)).toMatchObject({ status: "running", report: null });
});

test("a lease that has not run out is nobody else's", async () => {
  const path = await writeTemporary(queueLogOf("leased", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  await claim(db, importId);
  await expect(claim(db, importId, "another")).rejects.toThrow();
});

/** The worker that ran it is no more. */
async function loseWorker(importId: ImportId): Promise<void> {
  await db.execute(
    sql`update import set lease_expires_at = now() - interval '1 s' where import_id = ${importId}`,
  );
}

test("an import that was the death of three workers is never begun a fourth time, and the next one is", async () => {
  const path = await writeTemporary(queueLogOf("deadly", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await claim(db, importId);
    await loseWorker(importId);
  }
  await expect(claim(db, importId)).rejects.toThrow();
  expect(await findImport(db, importId)).toMatchObject({
    ...{ status: "failed", refusal: { reason: "import_given_up", details: { attempts: 3 } } },
    finishedAt: expect.any(Number),
  });
  const next = await createImport(db, { format: "asterisk-queue-log", path });
  expect((await claim(db, next)).importId).toBe(next);
});

test("a worker that is asked to end gives its import back, however often that happens", async () => {
  const path = await writeTemporary(queueLogOf("given-back", 1));
  const importId = await createImport(db, { format: "asterisk-queue-log", path });
  for (let attempt = 1; attempt <= 5; attempt += 1) await releaseImport(db, await claim(db, importId));
  const last = await claim(db, importId);
  expect(last).toMatchObject({ fence: 6, attempts: 1 });
  await releaseImport(db, { importId, fence: last.fence - 1 });
  expect(await findImport(db, importId)).toMatchObject({ status: "running" });
});
