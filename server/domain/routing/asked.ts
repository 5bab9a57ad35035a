import { z } from "zod";
import { CallFacts } from "@/server/domain/routing/facts";
import { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";

export const askedOfArrival = z.strictObject({ kind: z.literal("arrival"), facts: CallFacts });
export const askedOfWaiting = z.strictObject({ kind: z.literal("waiting"), call: WaitingCall });
export const askedOfChoice = z.strictObject({ kind: z.literal("choice"), agent: AgentOnFloor });

/** What is to be decided: of a call that arrives, of one that waits, or for an agent who became free. */
export type Asked =
  | z.infer<typeof askedOfArrival>
  | z.infer<typeof askedOfWaiting>
  | z.infer<typeof askedOfChoice>;
