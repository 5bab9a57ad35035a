import type { ApiContext } from "@/server/api/context";
import { refused } from "@/server/api/errors";
import type { CallId } from "@/server/domain/identifiers";
import type { Viewer } from "@/server/domain/people/viewer";
import { refuse } from "@/server/domain/refusal";
import { type AccessibleCall, findVisibleCall } from "@/server/store/calls/accessible-call";

/** The call as the viewer may open it. One that is out of sight and one that never was are refused alike. */
export async function visibleCall(
  ctx: Pick<ApiContext, "db"> & { readonly viewer: Viewer },
  callId: CallId,
): Promise<AccessibleCall> {
  const call = await findVisibleCall(ctx.db, ctx.viewer, callId);
  if (!call) throw refused(refuse("call_not_found"));
  return call;
}
