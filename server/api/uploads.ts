import { v7 as newId } from "uuid";
import { z } from "zod";
import type { ApiContext } from "@/server/api/context";
import { refusalResponse } from "@/server/api/refusal-response";
import { senderOf } from "@/server/api/upload-sender";
import type { CommandContext } from "@/server/commands/command";
import { beginUpload } from "@/server/commands/imports/begin-upload";
import { ImportId } from "@/server/domain/identifiers";
import { type Outcome, refuse } from "@/server/domain/refusal";

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

/** Announces a file and what it is to be read as; its bytes follow in parts. */
export async function announceUpload(request: Request, context: ApiContext): Promise<Response> {
  const sender = senderOf(request, context);
  if (sender instanceof Response) return sender;
  const begun = await begin(request, sender);
  return begun.ok ? Response.json(begun.value) : refusalResponse(begun);
}

async function begin(request: Request, ctx: CommandContext): Promise<Outcome<{ importId: ImportId }>> {
  const wish = Wish.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!wish.success) return refuse("invalid_input", faultIn(wish.error));
  const { source, mapping, ...fields } = wish.data;
  const importId = ImportId.parse(newId());
  const columns = mapping === undefined ? {} : { mapping: parseJson(mapping) };
  const input = beginUpload.input.safeParse({ ...fields, ...columns, provider: source, importId });
  if (!input.success) return refuse("invalid_input", faultIn(input.error));
  return await beginUpload(ctx, input.data);
}

function faultIn(error: z.ZodError): { field: string; fault: string } {
  const [issue] = error.issues;
  return { field: issue?.path.join(".") ?? "", fault: issue?.message ?? "" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
