import { z } from "zod";
import type { ImportId } from "@/server/domain/identifiers";
import { FileEncoding, type ImportFormat } from "@/server/domain/importing/format";
import type { Instant } from "@/server/domain/instant";

/** What is kept of an import's settings beside the columns every import has. */
export const ImportOptions = z.object({
  encoding: FileEncoding.default("utf-8"),
  /** Where the file is, when it was not uploaded. */
  path: z.string().optional(),
  /** The file's heading, noted when the import ended. */
  header: z.string().nullish(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** All that an import needs to know to run, and to run again after an interruption. */
export interface ImportTask {
  readonly importId: ImportId;
  readonly path: string;
  readonly format: ImportFormat;
  readonly provider: string;
  readonly timeZone: string;
  readonly options: ImportOptions;
  readonly homeCountry: string;
  readonly createdAt: Instant;
}
