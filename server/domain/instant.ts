import { z } from "zod";

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. Local time exists only at the edges. */
export const Instant = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
export type Instant = z.infer<typeof Instant>;
