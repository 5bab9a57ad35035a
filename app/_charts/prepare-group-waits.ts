import type { DashboardHref, TableCell, TableModel } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { meanBeside, prepareChange } from "@/app/_charts/prepare-change";
import { durationCells, durationColumns } from "@/app/_charts/prepare-figures";
import type { VisitOutcome } from "@/server/domain/calls/record";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { MetricId } from "@/server/domain/metrics/definitions";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import { keysOfEither } from "@/server/domain/metrics/keys-of-either";
import type { Longest } from "@/server/domain/metrics/quantile";

/** The waits of one skill group's visits. */
interface GroupWaits {
  readonly skillGroupId: SkillGroupId;
  readonly speedOfAnswer: DurationFigure | null;
  readonly waitOfAbandoned: DurationFigure | null;
  readonly longestAnswered: Longest | null;
  readonly longestAbandoned: Longest | null;
}

/** Some visits, and their waits group by group. */
interface GroupWaitsSide {
  readonly visits: FigureRecords;
  readonly groups: readonly GroupWaits[];
}

interface GroupWaitsInput {
  readonly own: GroupWaitsSide;
  readonly compared: GroupWaitsSide | null;
  /** Groups that are set beside other groups in the same time stand for themselves, and beside nothing. */
  readonly areOtherGroups: boolean;
}

export interface GroupWaitsWords extends FigureWords {
  readonly group: string;
  readonly longest: string;
  readonly answered: string;
  readonly abandoned: string;
  readonly nameOf: (skillGroupId: SkillGroupId) => string;
  readonly narrowHref: (skillGroupId: SkillGroupId) => DashboardHref | null;
}

/** How long the answered and the abandoned of each group of either side waited, by name. */
export function prepareGroupWaits(input: GroupWaitsInput, words: GroupWaitsWords): TableModel {
  const figures = [...durationColumns(words), words.longest];
  const rows = rowsOf(input).map((row) => ({ ...row, name: words.nameOf(row.skillGroupId) }));
  return {
    columns: [words.group, ...figures, ...figures],
    over: ["", ...figures.map(() => words.answered), ...figures.map(() => words.abandoned)],
    metrics: figuresHeadedBy(figures.length),
    rows: rows
      .sort((one, other) => one.name.localeCompare(other.name))
      .map(({ skillGroupId, name, own, compared }) => ({
        key: skillGroupId,
        narrowHref: words.narrowHref(skillGroupId),
        cells: [
          { text: name },
          ...waitCells("answered", { own, compared }, words),
          ...waitCells("abandoned", { own, compared }, words),
        ],
      })),
  };
}

/** The waits of a group on one side; without any where the other side alone has visits of it. */
interface SideOfRow {
  readonly visits: FigureRecords;
  readonly waits: GroupWaits | undefined;
}

interface Row {
  readonly skillGroupId: SkillGroupId;
  readonly own: SideOfRow;
  readonly compared: SideOfRow | null;
}

function rowsOf({ own, compared, areOtherGroups }: GroupWaitsInput): Row[] {
  const waitsOf = ({ groups }: GroupWaitsSide) =>
    new Map(groups.map((group) => [group.skillGroupId, group] as const));
  const [owns, others] = [waitsOf(own), compared && waitsOf(compared)];
  return keysOfEither(owns, others).map((skillGroupId) => {
    const sideOf = ({ visits }: GroupWaitsSide, groups: typeof owns) => ({
      visits: { ...visits, filter: { ...visits.filter, skillGroupIds: [skillGroupId] } },
      waits: groups.get(skillGroupId),
    });
    const [first, second] = [sideOf(own, owns), compared && others && sideOf(compared, others)];
    if (!areOtherGroups) return { skillGroupId, own: first, compared: second };
    return { skillGroupId, own: first.waits || !second ? first : second, compared: null };
  });
}

/** Each card stands at the first of its figures. */
function figuresHeadedBy(count: number): (MetricId | null)[] {
  const others = Array.from({ length: count - 1 }, () => null);
  return [null, "speedOfAnswer", ...others, "waitOfAbandoned", ...others];
}

const figuresOf = {
  answered: { figure: "speedOfAnswer", longest: "longestAnswered" },
  abandoned: { figure: "waitOfAbandoned", longest: "longestAbandoned" },
} as const satisfies Partial<Record<VisitOutcome, Record<"figure" | "longest", keyof GroupWaits>>>;

function waitCells(
  outcome: keyof typeof figuresOf,
  { own, compared }: Pick<Row, "own" | "compared">,
  words: GroupWaitsWords,
): TableCell[] {
  const fields = figuresOf[outcome];
  const [figure = null, longest = null] = [own.waits?.[fields.figure], own.waits?.[fields.longest]];
  const cells = durationCells(figure, words, visitsHref(own.visits, { visitOutcomes: [outcome] }));
  const beside =
    compared &&
    meanBeside(
      compared.waits?.[fields.figure],
      words,
      visitsHref(compared.visits, { visitOutcomes: [outcome] }),
    );
  const change = prepareChange(
    { measure: "duration", value: figure?.meanMs, before: beside?.value, whenMore: "bad" },
    words,
  );
  const said = beside && [change?.words, beside.text].filter(Boolean).join(" · ");
  const note = beside && said ? { text: said, href: beside.href } : null;
  return [
    ...cells.map((cell, index) => (index === 1 && note ? { ...cell, note } : cell)),
    longest === null
      ? { text: words.none, raw: "" }
      : {
          text: words.duration(longest.ms),
          raw: Math.round(longest.ms) / 1000,
          href: visitsHref(own.visits, { visitOutcomes: [outcome], wait: { min: longest.fromMs } }),
        },
  ];
}
