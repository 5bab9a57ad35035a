import type { TableCell, TableModel } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { shareCells } from "@/app/_charts/prepare-figures";
import { judgedHref } from "@/app/_charts/prepare-waits";
import type { Instant } from "@/server/domain/instant";
import {
  readServiceLevel,
  SERVICE_LEVEL_READINGS,
  type ServiceLevelReading,
  serviceLevel,
} from "@/server/domain/metrics/service-level";
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
] as const satisfies readonly ("ours" | ServiceLevelReading)[];
export type ReadingId = (typeof readingIds)[number];

export interface ReadingWords extends FigureWords {
  readonly reading: (id: ReadingId) => { readonly name: string; readonly formula: string };
  readonly heads: Readonly<Record<"reading" | "formula" | "share", string>>;
}

interface ReadingCounts {
  readonly counts: VisitCounts;
  /** Of the waiting visits, those that have not reached their group's threshold. */
  readonly youngWaits: number;
  readonly records: FigureRecords;
  readonly now: Instant;
}

/** The service level of the same visits under each reading; each opens the visits that it counts. */
export function prepareReadings(input: ReadingCounts, words: ReadingWords): TableModel {
  const { reading, formula, share } = words.heads;
  return {
    columns: [reading, formula, share, words.columns.count],
    rows: readingIds.map((id) => {
      const told = words.reading(id);
      return {
        key: id,
        cells: [
          { text: told.name },
          { text: told.formula, isWords: true },
          ...readingCells(id, input, words),
        ],
      };
    }),
  };
}

function readingCells(
  id: ReadingId,
  { counts, youngWaits, records, now }: ReadingCounts,
  words: FigureWords,
): readonly TableCell[] {
  if (id === "ours") {
    return shareCells(serviceLevel(counts, youngWaits), words, {
      part: visitsHref(records, { visitOutcomes: ["answered"], withinTarget: true }),
      whole: judgedHref(records, now),
    });
  }
  const { part, whole } = SERVICE_LEVEL_READINGS[id];
  return shareCells(readServiceLevel(id, counts), words, {
    part: visitsHref(records, { fates: [...part] }),
    whole: visitsHref(records, { fates: [...whole] }),
  });
}
