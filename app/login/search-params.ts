import { z } from "zod";

/** Where the person wanted to go, under our name and under next-auth's, and how the last attempt failed. */
export const LoginSearch = z.object({
  from: z.string().optional().catch(undefined),
  callbackUrl: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
});
