import { z } from "zod";

/** "system" leaves the choice to the reader's device. */
export const Theme = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof Theme>;
