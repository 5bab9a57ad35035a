import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendRefusedRows } from "@/server/api/refused-rows";
import { createCaller } from "@/server/api/root";
import { proveSameFile, receivePart } from "@/server/api/upload-parts";
import { announceUpload } from "@/server/api/uploads";
import { ImportId } from "@/server/domain/identifiers";
import { proofStretches } from "@/server/domain/importing/upload-parts";
import { uploadPatienceMs } from "@/server/domain/importing/upload-patience";
import type { Role } from "@/server/domain/people/role";
import { provideSettings } from "@/server/env";
import { sweepUploads } from "@/server/importing/sweep-uploads";
import { uploadPath } from "@/server/importing/upload-path";
import { findImport } from "@/server/store/imports";
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

type Context = Awaited<ReturnType<typeof contextOf>>;

const ownHeaders = { "x-hotline": "console" };

function request(path: string, init: RequestInit): Request {
  const options = { headers: ownHeaders, duplex: "half", ...init };
  return new Request(`http://hotline.example/api/imports${path}`, options);
}

function announcement(fileBytes: number, headers: Record<string, string> = ownHeaders): Request {
  const search = new URLSearchParams({
    ...{ format: "asterisk-queue-log", source: "asterisk", timeZone: "Asia/Shanghai", encoding: "utf-8" },
    ...{ fileName: "queue_log", fileBytes: String(fileBytes) },
  });
  return request(`?${search}`, { method: "POST", headers });
}

async function announce(context: Context, fileBytes: number): Promise<ImportId> {
  const answer = await announceUpload(announcement(fileBytes), context);
  expect(answer.status).toBe(200);
  return ImportId.parse((await answer.json()).importId);
}

interface Part {
  readonly importId: ImportId;
  readonly from: number;
  readonly body: RequestInit["body"];
}

async function send(context: Context, { importId, from, body = null }: Part): Promise<unknown> {
  const sent = request(`/${importId}/parts?from=${from}`, { method: "PUT", body });
  return await (await receivePart(sent, context, importId)).json();
}

/** A body that breaks off after its first bytes. */
function breakingOff(first: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new Error("the sender has gone"));
      else controller.enqueue(first);
      isSent = true;
    },
  });
}

test("a file that arrives in parts waits for the worker once it is whole, byte for byte", async () => {
  const context = await contextOf("supervisor");
  const file = randomBytes(300_000);
  const importId = await announce(context, file.length);
  expect(await send(context, { importId, from: 0, body: file.subarray(0, 200_000) })).toEqual({
    receivedBytes: 200_000,
  });
  expect(await findImport(db, importId)).toMatchObject({ status: "uploading", bytesRead: 200_000 });
  await send(context, { importId, from: 200_000, body: file.subarray(200_000) });
  expect(await findImport(db, importId)).toMatchObject({ status: "waiting", bytesRead: 0 });
  expect(file.equals(await readFile(uploadPath(importId)))).toBe(true);
});

test("an empty file is a whole file", async () => {
  const context = await contextOf("supervisor");
  const importId = await announce(context, 0);
  await send(context, { importId, from: 0, body: null });
  expect(await findImport(db, importId)).toMatchObject({ status: "waiting" });
});

test("what arrived before the connection broke is kept, and the rest is sent from there", async () => {
  const context = await contextOf("supervisor");
  const file = randomBytes(5000);
  const importId = await announce(context, file.length);
  await send(context, { importId, from: 0, body: breakingOff(file.subarray(0, 3000)) });
  expect(await send(context, { importId, from: 0, body: file })).toMatchObject({
    refusal: { reason: "upload_out_of_step", details: { receivedBytes: 3000 } },
  });
  await send(context, { importId, from: 3000, body: file.subarray(3000) });
  expect(file.equals(await readFile(uploadPath(importId)))).toBe(true);
});

test("of two senders of the same part only one is counted", async () => {
  const context = await contextOf("supervisor");
  const file = randomBytes(4000);
  const importId = await announce(context, file.length);
  const part = { importId, from: 0, body: file.subarray(0, 2000) };
  const answers = await Promise.all([send(context, part), send(context, part)]);
  expect(answers).toContainEqual({ receivedBytes: 2000 });
  expect(await findImport(db, importId)).toMatchObject({ status: "uploading", bytesRead: 2000 });
});

test("a file that goes on past its announced end is not taken for it", async () => {
  const context = await contextOf("supervisor");
  const importId = await announce(context, 3);
  expect(await send(context, { importId, from: 0, body: "too long" })).toMatchObject({
    refusal: { reason: "upload_not_same_file" },
  });
  expect(await findImport(db, importId)).toMatchObject({ status: "uploading", bytesRead: 0 });
});

describe("an upload that broke off", () => {
  const file = randomBytes(200_000);
  const sent = 150_000;
  const changedAt = (at: number) =>
    Buffer.concat([file.subarray(0, at), Buffer.from([0, 1]), file.subarray(at + 2)]);

  async function prove(chosen: Buffer, wrong: Record<string, string> = {}): Promise<unknown> {
    const context = await contextOf("supervisor");
    const importId = await announce(context, file.length);
    await send(context, { importId, from: 0, body: file.subarray(0, sent) });
    const claim = { fileName: "queue_log", fileBytes: String(chosen.length), receivedBytes: String(sent) };
    const search = new URLSearchParams({ ...claim, ...wrong });
    const body = Buffer.concat(proofStretches(sent).map(({ from, to }) => chosen.subarray(from, to)));
    const asked = request(`/${importId}/proof?${search}`, { method: "POST", body });
    return await (await proveSameFile(asked, context, importId)).json();
  }

  test("is continued with the same file from where it was", async () => {
    expect(await prove(file)).toEqual({ receivedBytes: sent });
  });

  test.each([
    ["another beginning", changedAt(5), {}],
    ["other bytes where it broke off", changedAt(sent - 9), {}],
    ["another size", file.subarray(0, -1), {}],
    ["another name", file, { fileName: "queue_log.1" }],
    ["less that has arrived", file, { receivedBytes: String(sent + 1) }],
  ])("is not continued with a file of %s", async (_, chosen, wrong) => {
    expect(await prove(chosen, wrong)).toMatchObject({ refusal: { reason: "upload_not_same_file" } });
  });
});

test("a cancelled upload leaves nothing behind, nor does a part that comes after", async () => {
  const context = await contextOf("supervisor");
  const importId = await announce(context, 9000);
  await send(context, { importId, from: 0, body: randomBytes(3000) });
  await createCaller(context).imports.cancel({ importId });
  expect(await findImport(db, importId)).toMatchObject({ status: "cancelled" });
  expect(existsSync(uploadPath(importId))).toBe(false);
  expect(await send(context, { importId, from: 3000, body: randomBytes(3000) })).toMatchObject({
    refusal: { reason: "import_over" },
  });
  expect(existsSync(uploadPath(importId))).toBe(false);
});

test.each(["agent", "manager"] as const)(
  "a file of a person who is %s is not even looked at",
  async (role) => {
    const importId = await announce(await contextOf("supervisor"), 9);
    const context = await contextOf(role);
    let isRead = false;
    const unread = () =>
      new ReadableStream<Uint8Array>(
        {
          pull() {
            isRead = true;
          },
        },
        { highWaterMark: 0 },
      );
    const part = request(`/${importId}/parts?from=0`, { method: "PUT", body: unread() });
    const proof = request(`/${importId}/proof`, { method: "POST", body: unread() });
    expect((await announceUpload(announcement(1), context)).status).toBe(403);
    expect((await receivePart(part, context, importId)).status).toBe(403);
    expect((await proveSameFile(proof, context, importId)).status).toBe(403);
    expect(isRead).toBe(false);
  },
);

test("a file that another site has a browser send is not taken", async () => {
  const context = await contextOf("supervisor");
  const importId = await announce(context, 1);
  const foreign = { "x-hotline": "console", origin: "http://evil.example", host: "hotline.example" };
  for (const headers of [{}, foreign]) {
    expect((await announceUpload(announcement(1, headers), context)).status).toBe(403);
    const part = request(`/${importId}/parts?from=0`, { method: "PUT", headers, body: "x" });
    expect((await receivePart(part, context, importId)).status).toBe(403);
  }
});

test("an upload that nobody continues is closed after its day, and what had arrived is removed", async () => {
  const context = await contextOf("supervisor");
  const importId = await announce(context, 9000);
  await send(context, { importId, from: 0, body: randomBytes(3000) });
  await sweepUploads(db, someInstant + uploadPatienceMs);
  expect(existsSync(uploadPath(importId))).toBe(true);
  await sweepUploads(db, someInstant + uploadPatienceMs + 1);
  expect(await findImport(db, importId)).toMatchObject({
    status: "refused",
    refusal: { reason: "upload_interrupted" },
  });
  expect(existsSync(uploadPath(importId))).toBe(false);
});

test("the rows that were refused are for whoever may import", async () => {
  const importId = await announce(await contextOf("supervisor"), 1);
  expect((await sendRefusedRows(await contextOf("manager"), importId)).status).toBe(403);
  expect((await sendRefusedRows(await contextOf("supervisor"), importId)).status).toBe(200);
});

test("whoever may import another file like this one is told how this one was set up, others are not", async () => {
  const importId = await announce(await contextOf("supervisor"), 1);
  const { settings } = createCaller(await contextOf("supervisor")).imports;
  expect(await settings({ importId })).toEqual({
    ...{ format: "asterisk-queue-log", source: "asterisk", timeZone: "Asia/Shanghai", encoding: "utf-8" },
    ...{ fileName: "queue_log", mapping: undefined },
  });
  const others = createCaller(await contextOf("manager")).imports;
  await expect(others.settings({ importId })).rejects.toThrow();
});
