import { z } from "zod";

/**
 * What figures are broken down by. `path` is the key track of the call's IVR visit, `outcome` that of the
 * call, `exitNode` the IVR node that the caller was last at.
 */
export const Dimension = z.enum([
  "skillGroup",
  "agent",
  "direction",
  "province",
  "outcome",
  "path",
  "verification",
  "exitNode",
]);
export type Dimension = z.infer<typeof Dimension>;
