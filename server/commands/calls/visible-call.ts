import type { Frame } from "@/server/commands/command";
import type { CallId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { callScopeOf } from "@/server/domain/people/viewer";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { type AccessibleCall, findAccessibleCall } from "@/server/store/calls/accessible-call";

/** The call as the actor may see it; one outside of their sight is as good as none. */
export async function visibleCall({ tx, actor }: Frame, callId: CallId): Promise<Outcome<AccessibleCall>> {
  const call = await findAccessibleCall(tx, callScopeOf(actor), callId);
  if (!call || (call.deletedAt !== null && !mayDo(actor.role, "calls:seeDeleted"))) {
    return refuse("call_not_found");
  }
  return done(call);
}

/** A call on which work may go on: visible and not deleted. */
export async function openCall(frame: Frame, callId: CallId): Promise<Outcome<AccessibleCall>> {
  const call = await visibleCall(frame, callId);
  if (!call.ok) return call;
  return call.value.deletedAt === null ? call : refuse("call_is_deleted");
}
