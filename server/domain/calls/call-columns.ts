import { z } from "zod";

/** What the call log can print of a call, on the screen and in an export, in this order. */
export const CallColumn = z.enum([
  "start",
  "customer",
  "place",
  "direction",
  "skillGroup",
  "agent",
  "outcome",
  "verification",
  "keys",
  "ivr",
  "wait",
  "talk",
  "hold",
  "wrapUp",
  "handle",
  "visits",
  "transfers",
  "notes",
]);
export type CallColumn = z.infer<typeof CallColumn>;

export const defaultCallColumns: readonly CallColumn[] = [
  "start",
  "customer",
  "place",
  "skillGroup",
  "agent",
  "outcome",
  "ivr",
  "wait",
  "talk",
  "handle",
  "notes",
];
