import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { v7 as newId } from "uuid";
import { z } from "zod";
import type { ApiContext } from "@/server/api/context";
import { foreignRequestFault } from "@/server/api/foreign-request";
import { refusalResponse } from "@/server/api/refusal-response";
import type { CommandContext } from "@/server/commands/command";
import { abandonUpload } from "@/server/commands/imports/abandon-upload";
import { advanceUpload } from "@/server/commands/imports/advance-upload";
import { beginUpload } from "@/server/commands/imports/begin-upload";
import { finishUpload } from "@/server/commands/imports/finish-upload";
import { ImportId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { mayDo } from "@/server/domain/people/permissions";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { uploadPath } from "@/server/importing/upload-path";
import { log } from "@/server/log";

const NOTE_EVERY_MS = 1000;

const Wish = z.object({
  format: z.string(),
  source: z.string(),
  fileName: z.string(),
  fileBytes: z.coerce.number(),
  timeZone: z.string(),
  encoding: z.string(),
  /** JSON of a column mapping. */
  mapping: z.string().optional(),
});

/** Takes a file in as it comes, never held in memory, and puts it in line to be imported. */
export async function receiveUpload(request: Request, { db, viewer, now }: ApiContext): Promise<Response> {
  const fault = foreignRequestFault(request);
  if (fault) return new Response(fault, { status: 403 });
  if (viewer === null) return answer(refuse("not_signed_in"));
  // Looked at before the first byte is stored; the command asks again.
  if (!mayDo(viewer.role, "imports:run")) {
    return answer(refuse("missing_permission", { permission: "imports:run" }));
  }
  return answer(await store(request, { db, actor: viewer, now }));
}

async function store(request: Request, ctx: CommandContext): Promise<Outcome<{ importId: ImportId }>> {
  const importId = ImportId.parse(newId());
  const begun = await begin(request, ctx, importId);
  if (!begun.ok) return begun;
  const fault = await keep(request, ctx, begun.value);
  if (fault === undefined) {
    const finished = await finishUpload(ctx, { importId });
    if (finished.ok) return finished;
  }
  await rm(uploadPath(importId), { force: true });
  const reason = isDiskFull(fault) ? "disk_full" : "upload_interrupted";
  await abandonUpload(ctx, { importId, reason });
  if (isDiskFull(fault)) log().error({ err: fault }, "the disk is full: an upload was not kept");
  else if (fault !== undefined && !(fault instanceof Interrupted)) throw fault;
  return refuse(reason);
}

function isDiskFull(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && (fault.code === "ENOSPC" || fault.code === "EDQUOT");
}

interface AnnouncedFile {
  readonly importId: ImportId;
  readonly fileBytes: number;
}

/** The sender has gone, or somebody has cancelled: what arrived is not whole. */
class Interrupted extends Error {
  override name = "Interrupted";
}

/** Keeps the file; answers why it is not there, in the size that was announced. */
async function keep(
  request: Request,
  ctx: CommandContext,
  { importId, fileBytes }: AnnouncedFile,
): Promise<unknown> {
  const path = uploadPath(importId);
  const arrival = new Arrival(ctx, importId);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(arrival.parts(request.body), createWriteStream(path, { mode: 0o600, flags: "wx" }));
    return arrival.bytes === fileBytes ? undefined : new Interrupted();
  } catch (error) {
    return error;
  }
}

/** Passes the parts of a file on and notes, once a second, how much has arrived. */
class Arrival {
  bytes = 0;
  readonly #ctx: CommandContext;
  readonly #importId: ImportId;
  #notedAt: Instant;

  constructor(ctx: CommandContext, importId: ImportId) {
    this.#ctx = ctx;
    this.#importId = importId;
    this.#notedAt = ctx.now();
  }

  async *parts(body: Request["body"]): AsyncGenerator<Uint8Array> {
    const reader = body?.getReader();
    for (let part = await next(reader); part && !part.done; part = await next(reader)) {
      this.bytes += part.value.length;
      await this.#note();
      yield part.value;
    }
  }

  async #note(): Promise<void> {
    if (this.#ctx.now() - this.#notedAt < NOTE_EVERY_MS) return;
    this.#notedAt = this.#ctx.now();
    const noted = await advanceUpload(this.#ctx, { importId: this.#importId, bytesRead: this.bytes });
    if (!noted.ok) throw new Interrupted(noted.reason);
  }
}

/** The only reason for which reading what is sent can fail is that nobody sends it any more. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
  return await reader?.read().catch((cause: unknown) => {
    throw new Interrupted("the sender has gone", { cause });
  });
}

async function begin(request: Request, ctx: CommandContext, importId: ImportId) {
  const wish = Wish.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!wish.success) return refuse("invalid_input", { field: "form", fault: wish.error.message });
  const { source, mapping, ...fields } = wish.data;
  const columns = mapping === undefined ? {} : { mapping: parseJson(mapping) };
  const input = beginUpload.input.safeParse({ ...fields, ...columns, provider: source, importId });
  if (input.success) {
    const begun = await beginUpload(ctx, input.data);
    return begun.ok ? done({ importId, fileBytes: input.data.fileBytes }) : begun;
  }
  const [issue] = input.error.issues;
  return refuse("invalid_input", { field: issue?.path.join(".") ?? "", fault: issue?.message ?? "" });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answer(outcome: Outcome<{ importId: ImportId }>): Response {
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome);
}
