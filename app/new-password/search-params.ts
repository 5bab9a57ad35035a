import { z } from "zod";

/** Where the person wanted to go. */
export const NewPasswordSearch = z.object({ from: z.string().optional().catch(undefined) });
