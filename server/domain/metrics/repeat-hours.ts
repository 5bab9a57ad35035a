import { z } from "zod";

/** How far back a call of the same number is looked for: at most a month. */
export const RepeatHours = z.int().min(1).max(720);
