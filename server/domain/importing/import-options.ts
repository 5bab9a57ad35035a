import { z } from "zod";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { FileEncoding } from "@/server/domain/importing/format";

/** What is kept of an import's settings beside the columns every import has. */
export const ImportOptions = z.object({
  encoding: FileEncoding.default("utf-8"),
  mapping: CsvMapping.optional(),
  /** Where the file is, when it was not uploaded. */
  path: z.string().optional(),
  /** The file's heading, noted when the import ended. */
  header: z.string().nullish(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;
