import type { DashboardHref, TableCell, TableModel } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { meanBeside, prepareChange } from "@/app/_charts/prepare-change";
import { durationCells, durationColumns } from "@/app/_charts/prepare-figures";
import type { VisitOutcome } from "@/server/domain/calls/record";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { MetricId } from "@/server/domain/metrics/definitions";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Longest } from "@/server/domain/metrics/quantile";

/** The waits of one outcome. */
export interface OutcomeWaits {
  readonly figure: DurationFigure | null;
  readonly longest: Longest | null;
}

/** The waits of one skill group's visits. */
export interface GroupWaits {
  readonly narrowHref?: DashboardHref | null;
  readonly skillGroupId: SkillGroupId;
  readonly name: string;
  readonly visits: FigureRecords;
  readonly answered: OutcomeWaits;
  readonly abandoned: OutcomeWaits;
  /** Of the same group, what it is compared with. */
  readonly compared: ComparedWaits | null;
}

interface ComparedWaits extends Readonly<Record<"answered" | "abandoned", DurationFigure | null>> {
  readonly visits: FigureRecords;
}

export interface GroupWaitsWords extends FigureWords {
  readonly group: string;
  readonly longest: string;
  readonly answered: string;
  readonly abandoned: string;
}

/** How long the answered and the abandoned of each group waited. */
export function prepareGroupWaits(groups: readonly GroupWaits[], words: GroupWaitsWords): TableModel {
  const figures = [...durationColumns(words), words.longest];
  return {
    columns: [words.group, ...figures, ...figures],
    over: ["", ...figures.map(() => words.answered), ...figures.map(() => words.abandoned)],
    metrics: figuresHeadedBy(figures.length),
    rows: groups.map(({ skillGroupId, name, narrowHref = null, visits, answered, abandoned, compared }) => {
      const ofGroup = (records: FigureRecords) => ({
        ...records,
        filter: { ...records.filter, skillGroupIds: [skillGroupId] },
      });
      const before = compared && { ...compared, visits: ofGroup(compared.visits) };
      return {
        key: `${skillGroupId} ${visits.from}`,
        narrowHref,
        cells: [
          { text: name },
          ...waitCells("answered", { waits: answered, before, visits: ofGroup(visits) }, words),
          ...waitCells("abandoned", { waits: abandoned, before, visits: ofGroup(visits) }, words),
        ],
      };
    }),
  };
}

/** Each card stands at the first of its figures. */
function figuresHeadedBy(count: number): (MetricId | null)[] {
  const others = Array.from({ length: count - 1 }, () => null);
  return [null, "speedOfAnswer", ...others, "waitOfAbandoned", ...others];
}

interface WaitsBefore {
  readonly waits: OutcomeWaits;
  readonly before: ComparedWaits | null;
  readonly visits: FigureRecords;
}

function waitCells(
  outcome: Extract<VisitOutcome, "answered" | "abandoned">,
  { waits: { figure, longest }, before, visits }: WaitsBefore,
  words: GroupWaitsWords,
): TableCell[] {
  const cells = durationCells(figure, words, visitsHref(visits, { visitOutcomes: [outcome] }));
  const beside =
    before && meanBeside(before[outcome], words, visitsHref(before.visits, { visitOutcomes: [outcome] }));
  const change = prepareChange(
    { measure: "duration", value: figure?.meanMs, before: beside?.value, whenMore: "bad" },
    words,
  );
  const note = change && beside && { text: `${change.words} · ${beside.text}`, href: beside.href };
  return [
    ...cells.map((cell, index) => (index === 1 && note ? { ...cell, note } : cell)),
    longest === null
      ? { text: words.none, raw: "" }
      : {
          text: words.duration(longest.ms),
          raw: Math.round(longest.ms) / 1000,
          href: visitsHref(visits, { visitOutcomes: [outcome], wait: { min: longest.fromMs } }),
        },
  ];
}
