import type { CallsHref, TableModel } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell, durationCells, durationColumns, shareCells } from "@/app/_charts/prepare-figures";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import { proportionOf } from "@/server/domain/metrics/proportion";

/** Visits that went on from one group's queue to another's, or to none. */
export interface ShownPath {
  readonly from: SkillGroupId;
  readonly to: SkillGroupId | null;
  readonly count: number;
  readonly wait: DurationFigure | null;
}

export interface OverflowInput {
  readonly paths: readonly ShownPath[];
  readonly visits: FigureRecords;
  readonly nameOf: (skillGroupId: SkillGroupId) => string;
  /** How many visits a group was offered. */
  readonly offeredOf: (skillGroupId: SkillGroupId) => number;
}

export interface OverflowWords extends FigureWords {
  readonly path: string;
  readonly visits: string;
  readonly shareOfGroup: string;
  readonly groupVisits: string;
  readonly wait: string;
  /** Where a visit goes that no other follows. */
  readonly letGo: string;
}

/** The visits of one path. */
export function pathHref({ from, to }: Pick<ShownPath, "from" | "to">, visits: FigureRecords): CallsHref {
  return visitsHref(ofGroup(visits, from), { visitOutcomes: ["overflowed"], nextSkillGroupId: to });
}

function ofGroup(visits: FigureRecords, skillGroupId: SkillGroupId): FigureRecords {
  return { ...visits, filter: { ...visits.filter, skillGroupIds: [skillGroupId] } };
}

/** Each path with its share of the visits of the group that it leaves, and the wait before. */
export function prepareOverflowTable(input: OverflowInput, words: OverflowWords): TableModel {
  const { paths, visits, nameOf, offeredOf } = input;
  const waits = durationColumns(words).slice(0, 3);
  return {
    columns: [words.path, words.visits, words.shareOfGroup, words.groupVisits, ...waits],
    over: ["", "", "", "", ...waits.map(() => words.wait)],
    rows: paths.map((path) => {
      const { from, to, count, wait } = path;
      const href = pathHref(path, visits);
      const whole = visitsHref(ofGroup(visits, from));
      return {
        key: `${from} ${to}`,
        cells: [
          { text: `${nameOf(from)} → ${to === null ? words.letGo : nameOf(to)}` },
          countCell(count, words, href),
          ...shareCells(proportionOf(count, offeredOf(from)), words, { part: href, whole }),
          ...durationCells(wait, words, href).slice(0, 3),
        ],
      };
    }),
  };
}
