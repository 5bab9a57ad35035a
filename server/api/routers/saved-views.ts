import { z } from "zod";
import { unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { changeView } from "@/server/commands/saved-views/change-view";
import { deleteView } from "@/server/commands/saved-views/delete-view";
import { saveView } from "@/server/commands/saved-views/save-view";
import { mayDo } from "@/server/domain/people/permissions";
import { SavedViewPage, savedViewNeeds } from "@/server/domain/saved-views/saved-view";
import { findSavedViews } from "@/server/store/saved-views";

export const savedViewsRouter = router({
  list: procedureNeeding("calls:read")
    .input(z.strictObject({ page: SavedViewPage }).optional())
    .query(({ ctx, input }) => {
      const pages = input ? [input.page] : SavedViewPage.options;
      const readable = pages.filter((page) => mayDo(ctx.viewer.role, savedViewNeeds[page]));
      return findSavedViews(ctx.db, ctx.viewer.userId, readable);
    }),
  save: procedureNeeding(saveView.needs)
    .input(saveView.input)
    .mutation(async ({ ctx, input }) => unwrap(await saveView(ctx.command, input))),
  change: procedureNeeding(changeView.needs)
    .input(changeView.input)
    .mutation(async ({ ctx, input }) => unwrap(await changeView(ctx.command, input))),
  delete: procedureNeeding(deleteView.needs)
    .input(deleteView.input)
    .mutation(async ({ ctx, input }) => unwrap(await deleteView(ctx.command, input))),
});
