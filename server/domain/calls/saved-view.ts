import { z } from "zod";

export const savedViewsMax = 100;

export const SavedViewName = z.string().trim().min(1).max(80);

/** The call log's URL state without its question mark; a page of it is never saved. */
export const SavedViewQuery = z.string().max(4000);
