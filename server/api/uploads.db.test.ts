import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendRefusedRows } from "@/server/api/refused-rows";
import { createCaller } from "@/server/api/root";
import { receiveUpload } from "@/server/api/uploads";
import { ImportId } from "@/server/domain/identifiers";
import type { Role } from "@/server/domain/people/role";
import { provideSettings } from "@/server/env";
import { sweepUploads } from "@/server/importing/sweep-uploads";
import { uploadPath, uploadsFolder } from "@/server/importing/upload-path";
import { findImport, findImports } from "@/server/store/imports";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hotline-uploads-"));
  provideSettings({ HOTLINE_DATA: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function contextOf(role: Role) {
  return { db, viewer: await createViewer(db, role), now: () => someInstant };
}

interface Sending {
  readonly body: ReadableStream<Uint8Array> | Buffer<ArrayBuffer>;
  readonly fileBytes: number;
  readonly headers?: Record<string, string>;
}

function sending({ body, fileBytes, headers = { "x-hotline": "console" } }: Sending): Request {
  const search = new URLSearchParams({
    ...{ format: "asterisk-queue-log", source: "asterisk", timeZone: "Asia/Shanghai", encoding: "utf-8" },
    ...{ fileName: "queue_log", fileBytes: String(fileBytes) },
  });
  const init = { method: "POST", headers, body, duplex: "half" };
  return new Request(`http://hotline.example/api/imports?${search}`, init);
}

async function newest() {
  const [found] = await findImports(db, { limit: 1 });
  return found;
}

test("a file that arrives whole waits for the worker, byte for byte", async () => {
  const file = randomBytes(300_000);
  const answer = await receiveUpload(
    sending({ body: file, fileBytes: file.length }),
    await contextOf("supervisor"),
  );
  expect(answer.status).toBe(200);
  const importId = ImportId.parse((await answer.json()).importId);
  expect(await findImport(db, importId)).toMatchObject({
    status: "waiting",
    bytesRead: 0,
    fileBytes: 300_000,
  });
  expect(file.equals(await readFile(uploadPath(importId)))).toBe(true);
  await rm(uploadPath(importId));
});

function breakingOff(): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > 3) controller.error(new Error("the sender has gone"));
      else controller.enqueue(randomBytes(1000));
    },
  });
}

test.each([
  ["breaks off", { body: breakingOff(), fileBytes: 9000 }],
  ["ends before its announced end", { body: Buffer.from("short"), fileBytes: 9000 }],
  ["goes on past it", { body: Buffer.from("too long"), fileBytes: 3 }],
])("a file that %s is not imported, and nothing of it is kept", async (_, part) => {
  const answer = await receiveUpload(sending(part), await contextOf("supervisor"));
  expect(await answer.json()).toMatchObject({ refusal: { reason: "upload_interrupted" } });
  expect(await newest()).toMatchObject({ status: "refused", refusal: { reason: "upload_interrupted" } });
  expect(await readdir(uploadsFolder())).toEqual([]);
});

test.each(["agent", "manager"] as const)(
  "a file of a person who is %s is not even looked at",
  async (role) => {
    let isRead = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull() {
          isRead = true;
        },
      },
      { highWaterMark: 0 },
    );
    const answer = await receiveUpload(sending({ body, fileBytes: 1 }), await contextOf(role));
    expect(answer.status).toBe(403);
    expect(isRead).toBe(false);
  },
);

test("a file that another site has a browser send is not taken", async () => {
  const context = await contextOf("supervisor");
  const foreign = { "x-hotline": "console", origin: "http://evil.example", host: "hotline.example" };
  for (const headers of [{}, foreign]) {
    const answer = await receiveUpload(sending({ body: Buffer.from("x"), fileBytes: 1, headers }), context);
    expect(answer.status).toBe(403);
  }
});

test("an upload whose server died is closed once its sender has been silent, and its file removed", async () => {
  const file = Buffer.from("left behind");
  const context = await contextOf("supervisor");
  const answer = await receiveUpload(sending({ body: file, fileBytes: file.length }), context);
  const importId = ImportId.parse((await answer.json()).importId);
  await sweepUploads(db, someInstant);
  expect(existsSync(uploadPath(importId))).toBe(true);
  await createCaller(context).imports.cancel({ importId });
  await sweepUploads(db, someInstant);
  expect(existsSync(uploadPath(importId))).toBe(false);
});

test("the rows that were refused are for whoever may import", async () => {
  const importId = (await newest())?.importId ?? "";
  expect((await sendRefusedRows(await contextOf("manager"), importId)).status).toBe(403);
  expect((await sendRefusedRows(await contextOf("supervisor"), importId)).status).toBe(200);
});
