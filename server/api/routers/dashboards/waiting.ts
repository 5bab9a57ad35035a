import { DashboardInput, Looked } from "@/server/api/routers/dashboards/looked";
import { readWaits } from "@/server/api/routers/dashboards/waiting-figures";
import { procedureNeeding, router } from "@/server/api/trpc";
import { durationFigure } from "@/server/domain/metrics/duration-figure";
import { readOverflowPaths } from "@/server/store/metrics/overflow-paths";
import { listSkillGroups } from "@/server/store/skill-groups";

export const waitingRouter = router({
  figures: procedureNeeding("dashboards:read")
    .input(DashboardInput)
    .query(async ({ ctx, input: { compare, now, ...looked } }) => {
      const [own, compared, groups] = await Promise.all([
        readWaits(ctx.db, looked, now),
        compare && readWaits(ctx.db, compare, now),
        listSkillGroups(ctx.db),
      ]);
      return { own, compared, groups };
    }),

  /** Read from the rows: a long period takes its time. */
  overflowPaths: procedureNeeding("dashboards:read")
    .input(Looked.omit({ boundaries: true }))
    .query(async ({ ctx, input }) => {
      const paths = await readOverflowPaths(ctx.db, input);
      return paths.map(({ waits, waitMs, ...path }) => ({ ...path, wait: durationFigure(waitMs, waits) }));
    }),
});
