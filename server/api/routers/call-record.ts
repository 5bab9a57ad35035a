import { z } from "zod";
import { readCallDecisions } from "@/server/api/call-decisions";
import { refused, unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { visibleCall } from "@/server/api/visible-call";
import { deleteCall } from "@/server/commands/calls/delete-call";
import { restoreCall } from "@/server/commands/calls/restore-call";
import { revealNumber } from "@/server/commands/calls/reveal-number";
import { undoCallDeletion } from "@/server/commands/calls/undo-call-deletion";
import { CallId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { maskNumber } from "@/server/domain/people/mask-number";
import { maskNumberWithin } from "@/server/domain/people/mask-number-within";
import { callScopeOf } from "@/server/domain/people/viewer";
import { refuse } from "@/server/domain/refusal";
import { findCallDetails } from "@/server/store/calls/call-details";
import { findStoredEvents } from "@/server/store/calls/call-events";
import { findNeighbours } from "@/server/store/calls/customer-calls";

const eventsPerPage = 50;

const EventCursor = z.object({ at: Instant, sourceId: z.string().max(200) });

export const callRecordRouter = router({
  /** One call with its timeline, visits, legs and keys; the customer's number masked. */
  byId: procedureNeeding("calls:read")
    .input(z.object({ callId: CallId }))
    .query(async ({ ctx, input }) => {
      await visibleCall(ctx, input.callId);
      const scope = callScopeOf(ctx.viewer);
      const details = await findCallDetails(ctx.db, scope, input.callId);
      if (!details) throw refused(refuse("call_not_found"));
      const { customerNumber } = details.call;
      const call = { ...details.call, customerNumber: customerNumber && maskNumber(customerNumber) };
      return { ...details, call, neighbours: await findNeighbours(ctx.db, scope, details.call) };
    }),

  /** Why the call came to these queues and agents; nothing where that was not kept. */
  decisions: procedureNeeding("calls:read")
    .input(z.object({ callId: CallId }))
    .query(async ({ ctx, input }) => {
      await visibleCall(ctx, input.callId);
      return readCallDecisions(ctx.db, input.callId);
    }),

  /** What the sender told us, page by page, with the customer's number masked in it. */
  events: procedureNeeding("calls:readEvents")
    .input(z.object({ callId: CallId, after: EventCursor.nullable() }))
    .query(async ({ ctx, input }) => {
      const { customerNumber } = await visibleCall(ctx, input.callId);
      const page = { after: input.after, limit: eventsPerPage + 1 };
      const found = await findStoredEvents(ctx.db, input.callId, page);
      const masked = (text: string) => (customerNumber ? maskNumberWithin(text, customerNumber) : text);
      const events = found.slice(0, eventsPerPage).map(({ data, raw, ...event }) => ({
        ...event,
        data: masked(JSON.stringify(data)),
        raw: raw === null ? null : masked(raw),
      }));
      return { events, more: found.length > eventsPerPage };
    }),

  delete: procedureNeeding("calls:delete")
    .input(deleteCall.input)
    .mutation(async ({ ctx, input }) => unwrap(await deleteCall(ctx.command, input))),

  undoDeletion: procedureNeeding("calls:delete")
    .input(undoCallDeletion.input)
    .mutation(async ({ ctx, input }) => unwrap(await undoCallDeletion(ctx.command, input))),

  restore: procedureNeeding("calls:restore")
    .input(restoreCall.input)
    .mutation(async ({ ctx, input }) => unwrap(await restoreCall(ctx.command, input))),

  revealNumber: procedureNeeding("numbers:reveal")
    .input(revealNumber.input)
    .mutation(async ({ ctx, input }) => unwrap(await revealNumber(ctx.command, input))),
});
