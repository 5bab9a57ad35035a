import { z } from "zod";

/** Whether the rail is folded to its icons: as chosen, or where the window is narrow. */
export const RailState = z.enum(["auto", "open", "folded"]);
export type RailState = z.infer<typeof RailState>;
