import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { SavedViewId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { done, refuse } from "@/server/domain/refusal";
import { SavedViewName, SavedViewQuery } from "@/server/domain/saved-views/saved-view";
import { findSavedViewByName, getSavedView, updateSavedView } from "@/server/store/saved-views";

/** Renames a view, shares it or takes it back, or gives it another content. Only its owner may. */
export const changeView = defineCommand({
  needs: "views:save",
  input: z.strictObject({
    savedViewId: SavedViewId,
    name: SavedViewName.optional(),
    query: SavedViewQuery.optional(),
    shared: z.boolean().optional(),
  }),
  async run({ tx, actor, at, audit }, { savedViewId, ...changes }) {
    const view = await getSavedView(tx, savedViewId);
    if (!view || (view.ownerId !== actor.userId && !view.shared)) return refuse("view_not_found");
    if (view.ownerId !== actor.userId) return refuse("view_not_yours");
    if (changes.shared && !mayDo(actor.role, "views:share"))
      return refuse("missing_permission", { permission: "views:share" });
    const namesake =
      changes.name === undefined ? undefined : await findSavedViewByName(tx, actor.userId, changes.name);
    if (namesake && namesake.savedViewId !== savedViewId) return refuse("view_name_taken");
    const kept = { name: view.name, query: view.query, shared: view.shared };
    await updateSavedView(tx, {
      savedViewId,
      updatedAt: at,
      name: changes.name ?? kept.name,
      query: changes.query ?? kept.query,
      shared: changes.shared ?? kept.shared,
    });
    await audit({
      action: "savedView.changed",
      subject: "savedView",
      subjectId: savedViewId,
      details: { before: kept, ...changes },
    });
    return done(null);
  },
});
