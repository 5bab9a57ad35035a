import type { ImportId } from "@/server/domain/identifiers";
import type { ImportFormat } from "@/server/domain/importing/format";
import type { ImportOptions } from "@/server/domain/importing/import-options";
import type { Instant } from "@/server/domain/instant";

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
