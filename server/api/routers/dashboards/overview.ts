import { DashboardInput, Looked } from "@/server/api/routers/dashboards/looked";
import { readOverview } from "@/server/api/routers/dashboards/overview-figures";
import { procedureNeeding, router } from "@/server/api/trpc";
import { RepeatHours } from "@/server/domain/metrics/repeat-hours";
import { countRepeatCalls } from "@/server/store/metrics/repeat-calls";
import { listServiceTargets } from "@/server/store/skill-groups";

export const overviewRouter = router({
  figures: procedureNeeding("dashboards:read")
    .input(DashboardInput)
    .query(async ({ ctx, input: { compare, now, ...looked } }) => {
      const [own, compared, groups] = await Promise.all([
        readOverview(ctx.db, looked, now),
        compare && readOverview(ctx.db, compare, now),
        listServiceTargets(ctx.db),
      ]);
      return { own, compared, groups };
    }),

  /** Read from the rows, and so on demand. */
  repeatCalls: procedureNeeding("dashboards:read")
    .input(Looked.omit({ boundaries: true }).extend({ withinHours: RepeatHours }))
    .query(({ ctx, input }) => countRepeatCalls(ctx.db, input)),
});
