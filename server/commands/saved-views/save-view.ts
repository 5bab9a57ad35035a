import { v7 } from "uuid";
import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { SavedViewId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { done, refuse } from "@/server/domain/refusal";
import {
  SavedViewName,
  SavedViewPage,
  SavedViewQuery,
  savedViewNeeds,
  savedViewsMax,
} from "@/server/domain/saved-views/saved-view";
import { addSavedView, countSavedViews, findSavedViewByName } from "@/server/store/saved-views";

/** Keeps a page as it stands under a name, for oneself or for everybody. */
export const saveView = defineCommand({
  needs: "views:save",
  input: z.strictObject({
    page: SavedViewPage,
    name: SavedViewName,
    query: SavedViewQuery,
    shared: z.boolean(),
  }),
  async run({ tx, actor, at, audit }, { page, name, query, shared }) {
    const needed = savedViewNeeds[page];
    if (!mayDo(actor.role, needed)) return refuse("missing_permission", { permission: needed });
    if (shared && !mayDo(actor.role, "views:share"))
      return refuse("missing_permission", { permission: "views:share" });
    if ((await countSavedViews(tx, actor.userId)) >= savedViewsMax)
      return refuse("view_limit", { limit: savedViewsMax });
    if (await findSavedViewByName(tx, actor.userId, name)) return refuse("view_name_taken");
    const savedViewId = SavedViewId.parse(v7({ msecs: at }));
    await addSavedView(tx, {
      savedViewId,
      ownerId: actor.userId,
      page,
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
      details: { page, name, shared },
    });
    return done({ savedViewId });
  },
});
