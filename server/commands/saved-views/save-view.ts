import { v7 } from "uuid";
import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { SavedViewName, SavedViewQuery, savedViewsMax } from "@/server/domain/calls/saved-view";
import { SavedViewId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { done, refuse } from "@/server/domain/refusal";
import { addSavedView, countSavedViews, findSavedViewByName } from "@/server/store/saved-views";

/** Keeps the call log as it stands under a name, for oneself or for everybody. */
export const saveView = defineCommand({
  needs: "views:save",
  input: z.strictObject({ name: SavedViewName, query: SavedViewQuery, shared: z.boolean() }),
  async run({ tx, actor, at, audit }, { name, query, shared }) {
    if (shared && !mayDo(actor.role, "views:share"))
      return refuse("missing_permission", { permission: "views:share" });
    if ((await countSavedViews(tx, actor.userId)) >= savedViewsMax)
      return refuse("view_limit", { limit: savedViewsMax });
    if (await findSavedViewByName(tx, actor.userId, name)) return refuse("view_name_taken");
    const savedViewId = SavedViewId.parse(v7({ msecs: at }));
    await addSavedView(tx, {
      savedViewId,
      ownerId: actor.userId,
      page: "calls",
      name,
      query,
      shared,
      createdAt: at,
      updatedAt: at,
    });
    await audit({
      action: "savedView.saved",
      subject: "savedView",
      subjectId: savedViewId,
      details: { name, shared },
    });
    return done({ savedViewId });
  },
});
