import { procedureNeeding, router } from "@/server/api/trpc";
import { FigureFilter } from "@/server/domain/metrics/cohort";
import { findShortAbandons } from "@/server/store/skill-groups";

export const thresholdsRouter = router({
  /** What counts as a short abandon in the groups that a filter lets through. */
  shortAbandons: procedureNeeding("dashboards:read")
    .input(FigureFilter.pick({ skillGroupIds: true }))
    .query(({ ctx, input: { skillGroupIds } }) =>
      findShortAbandons(
        ctx.db,
        skillGroupIds?.filter((skillGroupId) => skillGroupId !== null),
      ),
    ),
});
