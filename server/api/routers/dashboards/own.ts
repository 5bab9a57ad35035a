import { z } from "zod";
import { procedureNeeding, router } from "@/server/api/trpc";
import { Instant } from "@/server/domain/instant";
import { agentFigures, noWork } from "@/server/domain/metrics/agent-figures";
import { handleTime } from "@/server/domain/metrics/handle-time";
import { readAgentWorks } from "@/server/store/metrics/agent-works";
import { readTallySeries } from "@/server/store/metrics/read-tallies";

const intervalsMax = 60;

/** A period cut into intervals. Whose figures they are is for the session to say, not for the browser. */
const OwnInput = z.strictObject({
  boundaries: z
    .array(Instant)
    .min(2)
    .max(intervalsMax + 1),
});

export const ownRouter = router({
  /** The viewer's own work, and nobody else's. */
  figures: procedureNeeding("dashboards:readOwn")
    .input(OwnInput)
    .query(async ({ ctx, input: { boundaries } }) => {
      const { userId } = ctx.viewer;
      const filter = { agentIds: [userId] };
      const [from, until] = [Math.min(...boundaries), Math.max(...boundaries)];
      const [works, legs] = await Promise.all([
        readAgentWorks(ctx.db, { from, until, filter, now: ctx.now() }),
        readTallySeries(ctx.db, { unit: "leg", filter, boundaries, needs: ["handles"] }),
      ]);
      const own = works.get(userId) ?? noWork();
      return {
        agentId: userId,
        figures: agentFigures(own),
        intervals: legs.map((tally) => ({ answered: tally.answered, handle: handleTime(tally) })),
      };
    }),
});
