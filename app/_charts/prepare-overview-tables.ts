import type { DashboardHref, TableCell, TableModel } from "@/app/_charts/chart-models";
import {
  callsHref,
  type FigureRecords,
  legsHref,
  repeatHrefs,
  visitsHref,
} from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import type { Overview, OverviewFigures, OverviewSide } from "@/app/_charts/overview-figures";
import { countCell, durationCells, durationColumns, shareCells } from "@/app/_charts/prepare-figures";
import { judgedHref, longerThanShortHref } from "@/app/_charts/prepare-waits";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { MetricId } from "@/server/domain/metrics/definitions";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
import { type VisitFigures, visitFigures } from "@/server/domain/metrics/visit-figures";

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
  | "handleTime"
  | "repeatCalls";

const factMetrics = {
  calls: "volume",
  offered: "offeredVisits",
  answered: "answeredVisits",
  abandoned: "abandonedVisits",
  waiting: "waitingVisits",
  serviceLevel: "serviceLevel",
  abandonment: "abandonment",
  speedOfAnswer: "speedOfAnswer",
  waitOfAbandoned: "waitOfAbandoned",
  handleTime: "handleTime",
  repeatCalls: "repeatCalls",
} as const satisfies Record<Fact, MetricId>;

export interface OverviewTableWords extends FigureWords {
  readonly names: Readonly<Record<Fact, string>>;
  readonly heads: Readonly<Record<"skillGroup" | "figure" | "value" | "share" | "change", string>>;
  /** What the figures are set beside. */
  readonly compared: string;
  readonly narrowHref: (skillGroupId: SkillGroupId) => DashboardHref | null;
  readonly groupName: (skillGroupId: SkillGroupId) => string;
}

type GroupFigures = OverviewFigures["groups"][number];

/**
 * The groups that are rows of the table: also those that only what is compared had visits in. Groups that are
 * set beside other groups in the same time stand for themselves, and beside nothing.
 */
export function withGroupsOfEither({ own, compared, ...rest }: Overview, areOtherGroups: boolean): Overview {
  const known = new Set(own.figures.groups.map(({ skillGroupId }) => skillGroupId));
  const others = (compared?.figures.groups ?? [])
    .filter(({ skillGroupId }) => !known.has(skillGroupId))
    .map((group) => (areOtherGroups ? group : { ...noVisits, skillGroupId: group.skillGroupId }));
  const figures = { ...own.figures, groups: [...own.figures.groups, ...others] };
  return { ...rest, own: { ...own, figures }, compared: areOtherGroups ? null : compared };
}

const noVisits = visitFigures(emptyTally("visit"), 0);

/** The groups' figures, the busiest first. */
export function prepareGroupTable(
  { own, compared, now }: Overview,
  words: OverviewTableWords,
  most: number,
): TableModel {
  const { heads, names, columns } = words;
  const waits = durationColumns(words);
  const before = new Map(compared?.figures.groups.map((group) => [group.skillGroupId, group]));
  const offeredBefore = ({ skillGroupId }: GroupFigures) => before.get(skillGroupId)?.counts.offered ?? 0;
  const groups = own.figures.groups.toSorted(
    (one, other) => other.counts.offered - one.counts.offered || offeredBefore(other) - offeredBefore(one),
  );
  const told = (side: OverviewSide, skillGroupId: SkillGroupId) => ({
    ...side.records,
    filter: { ...side.records.filter, skillGroupIds: [skillGroupId] },
    now,
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
      ...(compared ? [names.offered, names.serviceLevel, columns.count] : []),
      ...waits,
      ...waits,
    ],
    over: [
      ...Array.from({ length: 5 }, () => ""),
      names.serviceLevel,
      names.serviceLevel,
      ...(compared ? [words.compared, words.compared, words.compared] : []),
      ...waits.map(() => names.speedOfAnswer),
      ...waits.map(() => names.waitOfAbandoned),
    ],
    metrics: [
      null,
      "offeredVisits",
      "answeredVisits",
      "abandonedVisits",
      "waitingVisits",
      "serviceLevel",
      null,
      ...(compared ? [null, null, null] : []),
      "speedOfAnswer",
      null,
      null,
      null,
      "waitOfAbandoned",
      null,
      null,
      null,
    ],
    rows: groups.slice(0, most).map((group) => ({
      key: group.skillGroupId,
      narrowHref: words.narrowHref(group.skillGroupId),
      cells: [
        { text: words.groupName(group.skillGroupId) },
        ...groupCells(group, told(own, group.skillGroupId), words),
        ...(compared
          ? comparedCells(before.get(group.skillGroupId), told(compared, group.skillGroupId), words)
          : []),
        ...waitCells(group, told(own, group.skillGroupId), words),
      ],
    })),
  };
}

interface ToldRecords extends FigureRecords {
  /** When their figures were read. */
  readonly now: Instant;
}

function groupCells(group: GroupFigures, records: ToldRecords, words: OverviewTableWords): TableCell[] {
  const { counts } = group;
  return [
    countCell(counts.offered, words, visitsHref(records)),
    countCell(counts.answered, words, visitsHref(records, { visitOutcomes: ["answered"] })),
    countCell(counts.abandoned, words, visitsHref(records, { visitOutcomes: ["abandoned"] })),
    countCell(counts.waiting, words, visitsHref(records, { visitOutcomes: ["waiting"] })),
    ...serviceLevelCells(group, records, words),
  ];
}

function serviceLevelCells(
  { serviceLevel }: VisitFigures,
  { now, ...records }: ToldRecords,
  words: FigureWords,
) {
  return shareCells(serviceLevel, words, {
    part: visitsHref(records, { visitOutcomes: ["answered"], withinTarget: true }),
    whole: judgedHref(records, now),
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
  records: ToldRecords,
  words: OverviewTableWords,
): TableCell[] {
  const offered = countCell(group?.counts.offered ?? 0, words, visitsHref(records));
  return [offered, ...(group ? serviceLevelCells(group, records, words) : shareCells(null, words))];
}

/** Every figure of the page in rows, beside what it is compared with: what is taken along as a file. */
export function prepareFiguresTable(
  { own, compared, repeats, now }: Overview,
  words: OverviewTableWords,
): TableModel {
  const { heads, columns, names } = words;
  const parts = [heads.value, columns.count, columns.median, columns.p90];
  const repeated = (of: "own" | "compared") =>
    repeats && { withinHours: repeats.withinHours, figure: repeats[of] };
  const before = compared && factsOf({ ...compared, now, repeated: repeated("compared") }, words);
  return {
    columns: [heads.figure, ...parts, ...(before ? [...parts, heads.change] : [])],
    over: ["", ...parts.map(() => ""), ...(before ? [...parts.map(() => words.compared), ""] : [])],
    rows: factsOf({ ...own, now, repeated: repeated("own") }, words).map(
      ({ fact, value, measure, cells }, index) => {
        const other = before?.[index];
        return {
          key: fact,
          cells: [
            { text: names[fact], metric: factMetrics[fact] },
            ...cells,
            ...(other ? [...other.cells, changeCell(words, measure, [value, other.value])] : []),
          ],
        };
      },
    ),
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

interface ToldSide extends OverviewSide {
  readonly now: Instant;
  readonly repeated: { readonly withinHours: number; readonly figure: Proportion | null } | null;
}

function factsOf({ figures, records, now, repeated }: ToldSide, words: FigureWords): ToldFact[] {
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
    count("offered", counts.offered),
    count("answered", counts.answered, visitsThat("answered")),
    count("abandoned", counts.abandoned, visitsThat("abandoned")),
    count("waiting", counts.waiting, visitsThat("waiting")),
    share("serviceLevel", serviceLevel, serviceLevelCells(figures, { ...records, now }, words)),
    share(
      "abandonment",
      abandonment,
      shareCells(abandonment, words, {
        part: visitsThat("abandoned"),
        whole: longerThanShortHref(records),
      }),
    ),
    duration("speedOfAnswer", figures.speedOfAnswer, visitsThat("answered")),
    duration("waitOfAbandoned", figures.waitOfAbandoned, visitsThat("abandoned")),
    duration("handleTime", figures.handleTime, legsHref(records, { finished: true })),
    ...(repeated === null
      ? []
      : [
          share(
            "repeatCalls",
            repeated.figure,
            shareCells(repeated.figure, words, repeatHrefs(records, repeated.withinHours)),
          ),
        ]),
  ];
}
