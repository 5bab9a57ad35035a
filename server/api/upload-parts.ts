import { constants, type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import type { ApiContext } from "@/server/api/context";
import { readBody } from "@/server/api/read-body";
import { refusalResponse } from "@/server/api/refusal-response";
import { senderOf } from "@/server/api/upload-sender";
import type { CommandContext } from "@/server/commands/command";
import { advanceUpload } from "@/server/commands/imports/advance-upload";
import { ImportId } from "@/server/domain/identifiers";
import { proofStretches, type Stretch } from "@/server/domain/importing/upload-parts";
import { done, type Outcome, type Refusal, type RefusalReason, refuse } from "@/server/domain/refusal";
import { uploadPath } from "@/server/importing/upload-path";
import { log } from "@/server/log";
import { findImport } from "@/server/store/imports";
import { findImportsInNeedOfFile } from "@/server/store/uploads";

type Received = Outcome<{ receivedBytes: number }>;

/** Takes a part of an announced file in as it comes, never held in memory. The address says where it begins. */
export async function receivePart(request: Request, context: ApiContext, id: string): Promise<Response> {
  const sender = senderOf(request, context);
  return sender instanceof Response ? sender : answer(await keepPart(request, sender, id));
}

/** Lets an upload that broke off be continued with a file that is the same as far as it has arrived. */
export async function proveSameFile(request: Request, context: ApiContext, id: string): Promise<Response> {
  const sender = senderOf(request, context);
  return sender instanceof Response ? sender : answer(await compareWithKept(request, sender, id));
}

/** Removes what was uploaded for an import that needs it no more. */
export async function removeUnneededUpload(db: Queryable, importId: ImportId): Promise<void> {
  const needed = await findImportsInNeedOfFile(db, [importId]);
  if (!needed.has(importId)) await rm(uploadPath(importId), { force: true });
}

function answer(outcome: Received): Response {
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome);
}

async function findUpload({ db }: CommandContext, id: string) {
  const importId = ImportId.safeParse(id).data;
  const found = importId && (await findImport(db, importId));
  if (!found) return refuse("import_not_found");
  return found.status === "uploading" ? done(found) : refuse("import_over");
}

const Offset = z.coerce.number().int().nonnegative();

async function keepPart(request: Request, ctx: CommandContext, id: string): Promise<Received> {
  const from = Offset.safeParse(new URL(request.url).searchParams.get("from") ?? "").data;
  if (from === undefined) return refuse("invalid_input", { field: "from", fault: "not a number of bytes" });
  const found = await findUpload(ctx, id);
  if (!found.ok) return found;
  const { importId, bytesRead, fileBytes } = found.value;
  if (from !== bytesRead) return refuse("upload_out_of_step", { receivedBytes: bytesRead });
  const kept = await write(request, { importId, from, to: fileBytes });
  if (typeof kept !== "number") return kept;
  const advanced = await advanceUpload(ctx, { importId, from, receivedBytes: from + kept });
  if (!advanced.ok) await removeUnneededUpload(ctx.db, importId);
  return advanced;
}

interface Place extends Stretch {
  readonly importId: ImportId;
}

/** How many bytes came and are kept. */
async function write(request: Request, place: Place): Promise<number | Refusal> {
  let room = place.to - place.from;
  async function* bytes() {
    for await (const part of readBody(request.body)) {
      room -= part.length;
      if (room < 0) return;
      yield part;
    }
  }
  try {
    const file = (await openAt(place)).createWriteStream({ start: place.from });
    await pipeline(bytes(), file);
    return room < 0 ? refuse("upload_not_same_file") : file.bytesWritten;
  } catch (error) {
    return refuseFault(error);
  }
}

/** The file as it is; the first part makes it. It is never emptied: another sender may be writing to it. */
async function openAt({ importId, from }: Place): Promise<FileHandle> {
  const path = uploadPath(importId);
  if (from > 0) return await open(path, constants.O_WRONLY);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return await open(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
}

/** What can be wrong with a file that is kept here; anything else nobody foresaw. */
const FAULTS: Readonly<Record<string, RefusalReason>> = {
  ENOENT: "file_missing",
  ENOSPC: "disk_full",
  EDQUOT: "disk_full",
};

function refuseFault(error: unknown): Refusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = FAULTS[code];
  if (reason === undefined) throw error;
  log().error({ err: error }, "an upload could not be kept");
  return refuse(reason);
}

const Proof = z.object({ fileName: z.string(), fileBytes: z.coerce.number(), receivedBytes: Offset });

async function compareWithKept(request: Request, ctx: CommandContext, id: string): Promise<Received> {
  const claimed = Proof.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data;
  const found = await findUpload(ctx, id);
  if (!found.ok) return found;
  const { importId, fileName, fileBytes, bytesRead } = found.value;
  const isAlike = claimed?.fileName === fileName && claimed.fileBytes === fileBytes;
  if (!isAlike || claimed.receivedBytes > bytesRead) return refuse("upload_not_same_file");
  const kept = await readKept(importId, proofStretches(claimed.receivedBytes)).catch(refuseFault);
  if ("ok" in kept) return kept;
  return (await isBodyEqual(request, kept))
    ? done({ receivedBytes: bytesRead })
    : refuse("upload_not_same_file");
}

async function readKept(importId: ImportId, stretches: readonly Stretch[]): Promise<Buffer> {
  if (stretches.every(({ from, to }) => from === to)) return Buffer.alloc(0);
  const file = await open(uploadPath(importId));
  try {
    const parts: Buffer[] = [];
    for (const { from, to } of stretches) {
      const { buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
      parts.push(buffer);
    }
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}

async function isBodyEqual(request: Request, kept: Buffer): Promise<boolean> {
  let at = 0;
  for await (const part of readBody(request.body)) {
    if (!kept.subarray(at, at + part.length).equals(part)) return false;
    at += part.length;
  }
  return at === kept.length;
}
