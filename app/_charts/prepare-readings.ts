import type { TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { shareCells } from "@/app/_charts/prepare-figures";
import type { Proportion } from "@/server/domain/metrics/proportion";
import { SERVICE_LEVEL_READINGS, serviceLevel } from "@/server/domain/metrics/service-level";
import type { VisitCounts } from "@/server/domain/metrics/tally";

/** Our own reading, then those of others. */
export const readingIds = [
  "ours",
  "amazonConnect",
  "genesysWithFlowOuts",
  "genesysWithoutFlowOuts",
  "genesysWithoutShortAbandons",
  "ciscoIgnore",
  "ciscoNegative",
  "ciscoPositive",
  "asterisk",
  "asterisk2",
] as const satisfies readonly ("ours" | keyof typeof SERVICE_LEVEL_READINGS)[];
export type ReadingId = (typeof readingIds)[number];

export interface ReadingWords extends FigureWords {
  readonly reading: (id: ReadingId) => { readonly name: string; readonly formula: string };
  readonly heads: Readonly<Record<"reading" | "share", string>>;
}

interface ReadingCounts {
  readonly counts: VisitCounts;
  /** Of the waiting visits, those that have not reached their group's threshold. */
  readonly youngWaits: number;
}

/** The service level of the same visits under each reading. */
export function prepareReadings({ counts, youngWaits }: ReadingCounts, words: ReadingWords): TableModel {
  const { reading, share } = words.heads;
  const figureOf = (id: ReadingId): Proportion | null =>
    id === "ours" ? serviceLevel(counts, youngWaits) : SERVICE_LEVEL_READINGS[id](counts);
  return {
    columns: [reading, share, words.columns.count],
    rows: readingIds.map((id) => {
      const { name, formula } = words.reading(id);
      return { key: id, cells: [{ text: name, note: formula }, ...shareCells(figureOf(id), words)] };
    }),
  };
}
