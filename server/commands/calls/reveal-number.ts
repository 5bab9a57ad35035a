import { z } from "zod";
import { visibleCall } from "@/server/commands/calls/visible-call";
import { defineCommand } from "@/server/commands/command";
import { CallId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";

/** Tells a customer's whole number. It changes nothing but leaves its trace: who looked, and when. */
export const revealNumber = defineCommand({
  needs: "numbers:reveal",
  input: z.object({ callId: CallId }),
  async run(frame, { callId }) {
    const call = await visibleCall(frame, callId);
    if (!call.ok) return call;
    const number = call.value.customerNumber;
    if (number === null) return refuse("number_withheld");
    await frame.audit({ action: "number.revealed", subject: "call", subjectId: callId });
    return done({ number });
  },
});
