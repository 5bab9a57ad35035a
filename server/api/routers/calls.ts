import { z } from "zod";
import { maskRow, readFilter } from "@/server/api/call-list";
import { unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { CallFilter, CallSort } from "@/server/domain/calls/call-filter";
import { mayDo } from "@/server/domain/people/permissions";
import { callScopeOf } from "@/server/domain/people/viewer";
import { CallCursor, cursorOf } from "@/server/store/calls/call-order";
import { countCalls, hasCalls } from "@/server/store/calls/count-calls";
import { findCalls } from "@/server/store/calls/find-calls";
import { listAgents } from "@/server/store/calls/list-agents";
import { listProvinces } from "@/server/store/calls/list-provinces";
import { listSkillGroups } from "@/server/store/skill-groups";

const pageSize = 50;

const CallListInput = z.strictObject({
  filter: CallFilter,
  sort: CallSort,
  after: CallCursor.optional(),
  before: CallCursor.optional(),
});

export const callsRouter = router({
  /** One page; `previous` and `next` say from where the neighbouring pages are read, null where there is none. */
  list: procedureNeeding("calls:read")
    .input(CallListInput)
    .query(async ({ ctx, input }) => {
      const request = {
        scope: callScopeOf(ctx.viewer),
        filter: unwrap(readFilter(ctx.viewer, input.filter)),
        sort: input.sort,
        limit: pageSize + 1,
      };
      const found = await findCalls(ctx.db, { ...request, after: input.after, before: input.before });
      const hasMore = found.length > pageSize;
      const backwards = input.before !== undefined;
      // Going back from near the beginning would leave a short first page: show the first page instead.
      if (backwards && !hasMore) found.splice(0, found.length, ...(await findCalls(ctx.db, request)));
      const page = backwards && hasMore ? found.slice(1) : found.slice(0, pageSize);
      const [first, last] = [page[0], page.at(-1)];
      const hasPrevious = backwards ? hasMore : input.after !== undefined;
      const hasNext = backwards ? hasMore || found.length > pageSize : hasMore;
      return {
        rows: page.map(maskRow),
        previous: hasPrevious && first ? cursorOf(input.sort, first) : null,
        next: hasNext && last ? cursorOf(input.sort, last) : null,
      };
    }),

  count: procedureNeeding("calls:read")
    .input(z.strictObject({ filter: CallFilter }))
    .query(async ({ ctx, input }) =>
      countCalls(ctx.db, callScopeOf(ctx.viewer), unwrap(readFilter(ctx.viewer, input.filter))),
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
