import { z } from "zod";
import { ImportId } from "@/server/domain/identifiers";

/** The place of an import in the list, newest first: the next page begins after it. */
export const ImportCursor = z.strictObject({ createdAt: z.int(), importId: ImportId });
export type ImportCursor = z.infer<typeof ImportCursor>;
