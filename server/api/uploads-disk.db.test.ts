import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { receiveUpload } from "@/server/api/uploads";
import { provideSettings } from "@/server/env";
import { findImports } from "@/server/store/imports";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const fullDisk = "/dev/full";
const disk = vi.hoisted(() => ({ at: "" }));

vi.mock(import("node:fs"), async (original) => {
  const files = await original();
  const createWriteStream = () => files.createWriteStream(disk.at);
  return { ...files, createWriteStream };
});

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hotline-uploads-"));
  provideSettings({ HOTLINE_DATA: folder, LOG_LEVEL: "silent" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function upload(): Promise<Response> {
  const search = new URLSearchParams({
    ...{ format: "asterisk-queue-log", source: "asterisk", timeZone: "Asia/Shanghai", encoding: "utf-8" },
    ...{ fileName: "queue_log", fileBytes: "4" },
  });
  const request = new Request(`http://hotline.example/api/imports?${search}`, {
    method: "POST",
    headers: { "x-hotline": "console" },
    body: "1234",
  });
  const viewer = await createViewer(db, "supervisor");
  return await receiveUpload(request, { db, viewer, now: () => someInstant });
}

test.runIf(existsSync(fullDisk))(
  "a full disk is called a full disk, to the sender and in the list of imports",
  async () => {
    disk.at = fullDisk;
    const answer = await upload();
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ refusal: { reason: "disk_full" } });
    expect(await findImports(db, { limit: 1 })).toMatchObject([{ status: "refused" }]);
  },
);

test("a folder that is not there is no fault of the sender's: it goes the way of the unforeseen", async () => {
  disk.at = join(folder, "nowhere", "file");
  await expect(upload()).rejects.toThrow("ENOENT");
  expect(await findImports(db, { limit: 1 })).toMatchObject([{ status: "refused" }]);
});
