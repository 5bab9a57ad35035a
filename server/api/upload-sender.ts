import type { ApiContext } from "@/server/api/context";
import { foreignRequestFault } from "@/server/api/foreign-request";
import { refusalResponse } from "@/server/api/refusal-response";
import type { CommandContext } from "@/server/commands/command";
import { mayDo } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";

/** On whose behalf a file arrives, or the answer to whoever may send none: looked at before any of its bytes. */
export function senderOf(request: Request, { db, viewer, now }: ApiContext): CommandContext | Response {
  const fault = foreignRequestFault(request);
  if (fault) return new Response(fault, { status: 403 });
  if (viewer === null) return refusalResponse(refuse("not_signed_in"));
  if (!mayDo(viewer.role, "imports:run")) {
    return refusalResponse(refuse("missing_permission", { permission: "imports:run" }));
  }
  return { db, actor: viewer, now };
}
