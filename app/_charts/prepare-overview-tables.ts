import type { DashboardHref, TableCell, TableModel } from "@/app/_charts/chart-models";
import {
  callsHref,
  type FigureRecords,
  hrefUnlessNone,
  legsHref,
  visitsHref,
} from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import type { Overview, OverviewFigures, OverviewSide } from "@/app/_charts/overview-figures";
import { countCell, durationCells, durationColumns, shareCells } from "@/app/_charts/prepare-figures";
import { judgedHref } from "@/app/_charts/prepare-waits";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";
import type { VisitFigures } from "@/server/domain/metrics/visit-figures";
import { visitsOffered } from "@/server/domain/metrics/volume";

export type Fact =
  | "calls"
  | "offered"
  | "answered"
  | "abandoned"
  | "waiting"
  | "serviceLevel"
  | "abandonment"
  | "speedOfAnswer"
  | "waitOfAbandoned"
  | "handleTime";

export interface OverviewTableWords extends FigureWords {
  readonly names: Readonly<Record<Fact, string>>;
  readonly heads: Readonly<Record<"skillGroup" | "figure" | "value" | "share" | "change", string>>;
  /** What the figures are set beside. */
  readonly compared: string;
  readonly narrowHref: (skillGroupId: SkillGroupId) => DashboardHref | null;
  readonly groupName: (skillGroupId: SkillGroupId) => string;
}

type GroupFigures = OverviewFigures["groups"][number];

/** Groups that are set beside other groups in the same time: all of them are rows of one table. */
export function withOtherGroups({ own, compared, ...rest }: Overview): Overview {
  const known = new Set(own.figures.groups.map(({ skillGroupId }) => skillGroupId));
  const others = (compared?.figures.groups ?? []).filter(({ skillGroupId }) => !known.has(skillGroupId));
  const figures = { ...own.figures, groups: [...own.figures.groups, ...others] };
  return { ...rest, own: { ...own, figures }, compared: null };
}

/** The groups' figures, the busiest first. */
export function prepareGroupTable(
  { own, compared }: Overview,
  words: OverviewTableWords,
  most: number,
): TableModel {
  const { heads, names, columns } = words;
  const groups = [...own.figures.groups].sort(
    (one, other) => visitsOffered(other.counts) - visitsOffered(one.counts),
  );
  const waits = durationColumns(words);
  const before = new Map(compared?.figures.groups.map((group) => [group.skillGroupId, group]));
  const recordsOf = (side: OverviewSide, skillGroupId: SkillGroupId) => ({
    ...side.records,
    filter: { ...side.records.filter, skillGroupIds: [skillGroupId] },
  });
  return {
    columns: [
      heads.skillGroup,
      names.offered,
      names.answered,
      names.abandoned,
      names.waiting,
      heads.share,
      columns.count,
      ...(compared ? [names.offered, names.serviceLevel] : []),
      ...waits,
      ...waits,
    ],
    over: [
      ...Array.from({ length: 5 }, () => ""),
      names.serviceLevel,
      names.serviceLevel,
      ...(compared ? [words.compared, words.compared] : []),
      ...waits.map(() => names.speedOfAnswer),
      ...waits.map(() => names.waitOfAbandoned),
    ],
    rows: groups.slice(0, most).map((group) => ({
      key: group.skillGroupId,
      narrowHref: words.narrowHref(group.skillGroupId),
      cells: [
        { text: words.groupName(group.skillGroupId) },
        ...groupCells(group, recordsOf(own, group.skillGroupId), words),
        ...(compared
          ? comparedCells(before.get(group.skillGroupId), recordsOf(compared, group.skillGroupId), words)
          : []),
        ...waitCells(group, recordsOf(own, group.skillGroupId), words),
      ],
    })),
  };
}

function groupCells(group: GroupFigures, records: FigureRecords, words: OverviewTableWords): TableCell[] {
  const { counts } = group;
  return [
    countCell(visitsOffered(counts), words, visitsHref(records)),
    countCell(counts.answered, words, visitsHref(records, { visitOutcomes: ["answered"] })),
    countCell(counts.abandoned, words, visitsHref(records, { visitOutcomes: ["abandoned"] })),
    countCell(counts.waiting, words, visitsHref(records, { visitOutcomes: ["waiting"] })),
    ...serviceLevelCells(group, records, words),
  ];
}

function serviceLevelCells(
  { serviceLevel, counts, youngWaits }: VisitFigures,
  records: FigureRecords,
  words: FigureWords,
) {
  return shareCells(serviceLevel, words, {
    part: hrefUnlessNone(
      counts.answeredWithin,
      visitsHref(records, { visitOutcomes: ["answered"], withinTarget: true }),
    ),
    whole: judgedHref(records, youngWaits),
  });
}

function waitCells(figures: VisitFigures, records: FigureRecords, words: FigureWords): TableCell[] {
  return [
    ...durationCells(figures.speedOfAnswer, words, visitsHref(records, { visitOutcomes: ["answered"] })),
    ...durationCells(figures.waitOfAbandoned, words, visitsHref(records, { visitOutcomes: ["abandoned"] })),
  ];
}

function comparedCells(
  group: GroupFigures | undefined,
  records: FigureRecords,
  words: OverviewTableWords,
): TableCell[] {
  if (group === undefined) return [countCell(0, words), { text: words.none, raw: "" }];
  const [share] = serviceLevelCells(group, records, words);
  return [countCell(visitsOffered(group.counts), words, visitsHref(records)), share];
}

/** Every figure of the page in rows, beside what it is compared with: what is taken along as a file. */
export function prepareFiguresTable({ own, compared }: Overview, words: OverviewTableWords): TableModel {
  const { heads, columns, names } = words;
  const parts = [heads.value, columns.count, columns.median, columns.p90];
  const before = compared && factsOf(compared, words);
  return {
    columns: [heads.figure, ...parts, ...(before ? [...parts, heads.change] : [])],
    over: ["", ...parts.map(() => ""), ...(before ? [...parts.map(() => words.compared), ""] : [])],
    rows: factsOf(own, words).map(({ fact, value, measure, cells }, index) => {
      const other = before?.[index];
      return {
        key: fact,
        cells: [
          { text: names[fact] },
          ...cells,
          ...(other ? [...other.cells, changeCell(words, measure, [value, other.value])] : []),
        ],
      };
    }),
  };
}

type Measure = keyof FigureWords["change"];

function changeCell(
  words: FigureWords,
  measure: Measure,
  [value, before]: readonly [number | null, number | null],
): TableCell {
  if (value === null || before === null || (measure === "count" && before === 0))
    return { text: "–", raw: "" };
  const difference = measure === "count" ? value / before - 1 : value - before;
  return { text: words.change[measure](difference), raw: difference };
}

interface ToldFact {
  readonly fact: Fact;
  readonly measure: Measure;
  readonly value: number | null;
  /** Value, n, median and P90. */
  readonly cells: readonly TableCell[];
}

function factsOf({ figures, records }: OverviewSide, words: FigureWords): ToldFact[] {
  const { counts, serviceLevel, abandonment } = figures;
  const nothing: TableCell = { text: "", raw: "" };
  const count = (fact: Fact, value: number, href = visitsHref(records)): ToldFact => ({
    fact,
    measure: "count",
    value,
    cells: [countCell(value, words, href), nothing, nothing, nothing],
  });
  const share = (fact: Fact, figure: Proportion | null, cells: readonly TableCell[]): ToldFact => ({
    fact,
    measure: "share",
    value: figure?.share ?? null,
    cells: [...cells, nothing, nothing],
  });
  const duration = (fact: Fact, figure: DurationFigure | null, href = visitsHref(records)): ToldFact => {
    const [median = nothing, mean = nothing, p90 = nothing, n = nothing] = durationCells(figure, words, href);
    return { fact, measure: "duration", value: figure?.meanMs ?? null, cells: [mean, n, median, p90] };
  };
  const visitsThat = (...visitOutcomes: ("answered" | "abandoned" | "waiting")[]) =>
    visitsHref(records, { visitOutcomes });
  return [
    count("calls", figures.calls, callsHref(records)),
    count("offered", visitsOffered(counts)),
    count("answered", counts.answered, visitsThat("answered")),
    count("abandoned", counts.abandoned, visitsThat("abandoned")),
    count("waiting", counts.waiting, visitsThat("waiting")),
    share("serviceLevel", serviceLevel, serviceLevelCells(figures, records, words)),
    share(
      "abandonment",
      abandonment,
      shareCells(abandonment, words, {
        part: hrefUnlessNone(counts.abandoned, visitsThat("abandoned")),
        whole: judgedHref(records, 0),
      }),
    ),
    duration("speedOfAnswer", figures.speedOfAnswer, visitsThat("answered")),
    duration("waitOfAbandoned", figures.waitOfAbandoned, visitsThat("abandoned")),
    duration("handleTime", figures.handleTime, legsHref(records, { finished: true })),
  ];
}
