import { z } from "zod";
import type { Permission } from "@/server/domain/people/permissions";

export const savedViewsMax = 100;

export const SavedViewName = z.string().trim().min(1).max(80);

/** A page's URL state without its question mark; where in a list one has leafed to is never saved. */
export const SavedViewQuery = z.string().max(4000);

/** The pages whose state can be kept under a name. */
export const SavedViewPage = z.enum(["calls", "dashboards"]);
export type SavedViewPage = z.infer<typeof SavedViewPage>;

/** What one needs to open each page's views. */
export const savedViewNeeds: Record<SavedViewPage, Permission> = {
  calls: "calls:read",
  dashboards: "dashboards:read",
};
