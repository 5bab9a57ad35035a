import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Writable } from "node:stream";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { foreignRequestFault } from "@/server/api/foreign-request";
import { requestContext } from "@/server/api/request-context";
import type { CommandContext } from "@/server/commands/command";
import { abandonUpload } from "@/server/commands/imports/abandon-upload";
import { beginUpload } from "@/server/commands/imports/begin-upload";
import { finishUpload } from "@/server/commands/imports/finish-upload";
import { ImportId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { type Outcome, type Refusal, refuse } from "@/server/domain/refusal";
import { uploadPath } from "@/server/importing/upload-path";

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
export async function receiveUpload(request: Request): Promise<Response> {
  const fault = foreignRequestFault(request);
  if (fault) return new Response(fault, { status: 403 });
  const { db, viewer, now } = await requestContext();
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
  const path = uploadPath(importId);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await request.body?.pipeTo(Writable.toWeb(createWriteStream(path, { mode: 0o600, flags: "wx" })));
    const { size } = await stat(path);
    const finished = await finishUpload(ctx, { importId, fileBytes: size });
    // Somebody cancelled it while it arrived.
    if (!finished.ok) await rm(path, { force: true });
    return finished;
  } catch {
    await rm(path, { force: true });
    await abandonUpload(ctx, { importId });
    return refuse("upload_interrupted");
  }
}

async function begin(request: Request, ctx: CommandContext, importId: ImportId) {
  const wish = Wish.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!wish.success) return refuse("invalid_input", { field: "form", fault: wish.error.message });
  const { source, mapping, ...fields } = wish.data;
  const columns = mapping === undefined ? {} : { mapping: parseJson(mapping) };
  const input = beginUpload.input.safeParse({ ...fields, ...columns, provider: source, importId });
  if (input.success) return await beginUpload(ctx, input.data);
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

const statuses: Partial<Record<Refusal["code"], number>> = { not_signed_in: 401, not_allowed: 403 };

function answer(outcome: Outcome<{ importId: ImportId }>): Response {
  if (outcome.ok) return Response.json(outcome.value);
  return Response.json({ refusal: outcome }, { status: statuses[outcome.code] ?? 400 });
}
