import { procedureNeeding, router } from "@/server/api/trpc";
import { maskNumber } from "@/server/domain/people/mask-number";
import { findRecentCalls } from "@/server/store/calls/recent-calls";

const recentCallsShown = 10;

export const workbenchRouter = router({
  /** The viewer's own last calls. */
  recentCalls: procedureNeeding("workbench:use").query(async ({ ctx }) => {
    const calls = await findRecentCalls(ctx.db, ctx.viewer.userId, recentCallsShown);
    return calls.map((call) => ({
      ...call,
      customerNumber: call.customerNumber && maskNumber(call.customerNumber),
    }));
  }),
});
