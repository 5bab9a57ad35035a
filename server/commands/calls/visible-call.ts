import type { Frame } from "@/server/commands/command";
import type { CallId } from "@/server/domain/identifiers";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { type AccessibleCall, findVisibleCall } from "@/server/store/calls/accessible-call";

/** The call as the actor may see it; one outside of their sight is as good as none. */
export async function visibleCall({ tx, actor }: Frame, callId: CallId): Promise<Outcome<AccessibleCall>> {
  const call = await findVisibleCall(tx, actor, callId);
  return call ? done(call) : refuse("call_not_found");
}

/** A call on which work may go on: visible and not deleted. */
export async function openCall(frame: Frame, callId: CallId): Promise<Outcome<AccessibleCall>> {
  const call = await visibleCall(frame, callId);
  if (!call.ok) return call;
  return call.value.deletedAt === null ? call : refuse("call_is_deleted");
}
