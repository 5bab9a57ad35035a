import { z } from "zod";

/** `refused`: the file as a whole could not be read, and nothing of it was written. */
export const ImportStatus = z.enum([
  "uploading",
  "waiting",
  "running",
  "finished",
  "refused",
  "cancelled",
  "failed",
]);
export type ImportStatus = z.infer<typeof ImportStatus>;
