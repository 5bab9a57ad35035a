import { z } from "zod";
import { defineCommand, type Frame } from "@/server/commands/command";
import { CallEvent } from "@/server/domain/calls/event";
import type { Actor } from "@/server/domain/people/viewer";
import { done } from "@/server/domain/refusal";
import { prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { syncOpenLegs } from "@/server/store/open-legs";
import { ensurePartitions } from "@/server/store/partitions";

const CALLS_MAX = 5000;

const Input = z.strictObject({
  /** Who tells of the calls: with the provider's own id it makes a second delivery a duplicate. */
  provider: z.string().min(1).max(100),
  calls: z
    .array(
      z.strictObject({
        providerCallId: z.string().min(1).max(200),
        events: z.array(CallEvent).min(1),
      }),
    )
    .min(1)
    .max(CALLS_MAX)
    .refine((calls) => new Set(calls.map((call) => call.providerCallId)).size === calls.length, {
      error: "names a call twice",
    })
    .refine((calls) => calls.every(({ events }) => events.every(({ at }) => at >= 0)), {
      error: "has an event before 1970",
    }),
});

/**
 * Records what has happened to calls, in whatever order and however often it is told, and keeps the list
 * of occupied agents in step. Refused when it would give an agent two calls at once, or a call two
 * open offers. The answer is what each call has become.
 */
export const recordCallEvents = defineCommand({
  needs: "telephony:record",
  input: Input,
  async run({ tx }: Frame<Actor>, { provider, calls }) {
    const prepared = calls.map((call) => prepareCall(provider, call));
    const starts = prepared.map(({ folded }) => folded.call.startedAt);
    for (const month of monthsOf(starts)) await ensurePartitions(tx, month, month);
    const recorded = await recordCalls(tx, { provider, importId: null }, prepared);
    const synced = await syncOpenLegs(tx, recorded);
    if (!synced.ok) return synced;
    return done(recorded);
  },
});

function monthsOf(starts: readonly number[]): Set<number> {
  return new Set(
    starts.map((at) => {
      const start = new Date(at);
      return Date.UTC(start.getUTCFullYear(), start.getUTCMonth());
    }),
  );
}
