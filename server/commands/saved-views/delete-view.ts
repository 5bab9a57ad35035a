import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { SavedViewId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { getSavedView, removeSavedView } from "@/server/store/saved-views";

/** Deletes a view of one's own. Its content stays in the audit entry, so that it can be saved again. */
export const deleteView = defineCommand({
  needs: "views:save",
  input: z.strictObject({ savedViewId: SavedViewId }),
  async run({ tx, actor, audit }, { savedViewId }) {
    const view = await getSavedView(tx, savedViewId);
    if (!view || (view.ownerId !== actor.userId && !view.shared)) return refuse("view_not_found");
    if (view.ownerId !== actor.userId) return refuse("view_not_yours");
    await removeSavedView(tx, savedViewId);
    const { page, name, query, shared } = view;
    await audit({
      action: "savedView.deleted",
      subject: "savedView",
      subjectId: savedViewId,
      details: { page, name, query, shared },
    });
    return done({ page, name, query, shared });
  },
});
