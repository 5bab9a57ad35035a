import { z } from "zod";

/** An e-mail address, trimmed and in lower case: people type the same address in many ways. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
