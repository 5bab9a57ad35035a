import { z } from "zod";
import { listedRow, readFilter } from "@/server/api/call-list";
import { unwrap } from "@/server/api/errors";
import { callsPerPage, readNeighbours, readPage } from "@/server/api/list-page";
import { procedureNeeding, router } from "@/server/api/trpc";
import { CallFilter, CallSort } from "@/server/domain/calls/call-filter";
import { mayDo } from "@/server/domain/people/permissions";
import { callScopeOf } from "@/server/domain/people/viewer";
import { CallCursor, cursorOf } from "@/server/store/calls/call-order";
import { countCalls, hasCalls } from "@/server/store/calls/count-calls";
import { findCalls } from "@/server/store/calls/find-calls";
import { listAgents } from "@/server/store/calls/list-agents";
import { listProvinces } from "@/server/store/calls/list-provinces";
import { spreadCalls } from "@/server/store/calls/spread-calls";
import { listSkillGroups } from "@/server/store/skill-groups";

const CallListInput = z.strictObject({
  filter: CallFilter,
  sort: CallSort,
  after: CallCursor.optional(),
  before: CallCursor.optional(),
});

export const callsRouter = router({
  list: procedureNeeding("calls:read")
    .input(CallListInput)
    .query(async ({ ctx, input: { filter, sort, ...place } }) => {
      const request = {
        scope: callScopeOf(ctx.viewer),
        filter: unwrap(readFilter(ctx.viewer, filter)),
        sort,
      };
      const page = await readPage({
        read: (where) => findCalls(ctx.db, { ...request, ...where }),
        place,
        size: callsPerPage,
        cursorOf: (row) => cursorOf(sort, row),
      });
      return { ...page, rows: page.rows.map((row) => listedRow(ctx.viewer, row)) };
    }),

  /** Which calls stand before and after one in a list. */
  around: procedureNeeding("calls:read")
    .input(z.strictObject({ filter: CallFilter, sort: CallSort, at: CallCursor }))
    .query(({ ctx, input: { filter, sort, at } }) => {
      const request = {
        scope: callScopeOf(ctx.viewer),
        filter: unwrap(readFilter(ctx.viewer, filter)),
        sort,
      };
      return readNeighbours({
        read: (where) => findCalls(ctx.db, { ...request, ...where }),
        at,
        cursorOf: (row) => cursorOf(sort, row),
      });
    }),

  count: procedureNeeding("calls:read")
    .input(z.strictObject({ filter: CallFilter }))
    .query(async ({ ctx, input }) =>
      countCalls(ctx.db, callScopeOf(ctx.viewer), unwrap(readFilter(ctx.viewer, input.filter))),
    ),

  /** How the calls are spread over provinces and durations, of the newest where there are many. */
  spread: procedureNeeding("calls:read")
    .input(z.strictObject({ filter: CallFilter }))
    .query(({ ctx, input }) =>
      spreadCalls(ctx.db, callScopeOf(ctx.viewer), unwrap(readFilter(ctx.viewer, input.filter))),
    ),

  /** Whether this viewer has any call to list at all. */
  any: procedureNeeding("calls:read").query(({ ctx }) => hasCalls(ctx.db, callScopeOf(ctx.viewer))),

  /** What can be chosen in the filters. */
  choices: procedureNeeding("calls:read").query(async ({ ctx }) => {
    const [skillGroups, agents, provinces] = await Promise.all([
      listSkillGroups(ctx.db),
      listAgents(ctx.db),
      listProvinces(ctx.db),
    ]);
    return { skillGroups, agents, provinces, mayChooseDeleted: mayDo(ctx.viewer.role, "calls:seeDeleted") };
  }),
});
