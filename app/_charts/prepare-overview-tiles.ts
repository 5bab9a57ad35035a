import type { CallsHref, TileChange, TileModel, TileNote } from "@/app/_charts/chart-models";
import {
  callsHref,
  type FigureRecords,
  hrefUnlessNone,
  legsHref,
  repeatHrefs,
  visitsHref,
} from "@/app/_charts/figure-records";
import type { Overview, OverviewFigures } from "@/app/_charts/overview-figures";
import {
  type ChangeWords,
  countBeside,
  meanBeside,
  prepareTileChange,
  shareBeside,
} from "@/app/_charts/prepare-change";
import { type PrintedFigure, printCount, printDuration, printShare } from "@/app/_charts/prepare-figures";
import { prepareSparkline } from "@/app/_charts/prepare-sparkline";
import { judgedHref, longerThanShortHref, waitingHref } from "@/app/_charts/prepare-waits";
import { abandonmentRate } from "@/server/domain/metrics/abandonment";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";

export interface OverviewTileWords extends ChangeWords {
  readonly target: (target: NonNullable<Overview["target"]>) => string;
  readonly youngWaits: (count: number) => string;
  readonly abandonedWaited: (mean: string, rest: string) => string;
  readonly unfinished: (count: number) => string;
  /** So many have waited longer than a threshold, or than thresholds from the shortest to the longest. */
  readonly pastThreshold: (count: number, shortest: number, longest: number) => string;
}

export type OverviewTile =
  | "calls"
  | "offered"
  | "serviceLevel"
  | "abandonment"
  | "speedOfAnswer"
  | "handleTime"
  | "waiting"
  | "repeatCalls";

/** The head figures of the overview, each with what it takes to trust it. */
export function prepareOverviewTiles(
  overview: Overview,
  running: number,
  words: OverviewTileWords,
): Record<OverviewTile, TileModel> {
  const { figures, records, boundaries } = overview.own;
  const begun = figures.intervals.filter((_, index) => (boundaries[index] ?? overview.now) <= overview.now);
  const course = (value: (interval: OverviewFigures["intervals"][number]) => number | null) =>
    prepareSparkline(begun.map(value), running);
  const changeOf = changes(overview, words);
  const { offered } = figures.counts;
  const plain = { target: null, notes: [], change: null, sparkline: null };
  return {
    calls: {
      ...plain,
      ...printCount(figures.calls, words, callsHref(records)),
      change: changeOf.count(({ calls }) => calls, callsHref),
      sparkline: course(({ calls }) => calls),
    },
    offered: {
      ...plain,
      ...printCount(offered, words, visitsHref(records)),
      change: changeOf.count(({ counts }) => counts.offered, visitsHref),
      sparkline: course(({ counts }) => counts.offered),
    },
    serviceLevel: {
      ...plain,
      ...serviceLevelTile(overview, words),
      change: changeOf.share("good", (figures) => figures.serviceLevel, answeredInTimeHref),
      sparkline: course(({ serviceLevel }) => serviceLevel?.share ?? null),
    },
    abandonment: {
      ...plain,
      ...abandonmentTile(overview, words),
      change: changeOf.share("bad", (figures) => figures.abandonment, abandonedHref),
      sparkline: course(({ counts }) => abandonmentRate(counts)?.share ?? null),
    },
    speedOfAnswer: {
      ...plain,
      ...speedOfAnswerTile(overview, words),
      change: changeOf.mean("bad", (figures) => figures.speedOfAnswer, answeredHref),
      sparkline: course(({ counts }) =>
        counts.answered === 0 ? null : counts.answeredWaitMs / counts.answered,
      ),
    },
    handleTime: {
      ...plain,
      ...handleTimeTile(overview, words),
      change: changeOf.mean("neutral", (figures) => figures.handleTime, finishedHref),
    },
    waiting: { ...plain, ...waitingTile(overview, words) },
    repeatCalls: { ...plain, ...repeatTile(overview, words) },
  };
}

type FigureOf<Figure> = (figures: OverviewFigures) => Figure;
type HrefOf = (records: FigureRecords) => CallsHref;

const answeredHref: HrefOf = (records) => visitsHref(records, { visitOutcomes: ["answered"] });
const answeredInTimeHref: HrefOf = (records) =>
  visitsHref(records, { visitOutcomes: ["answered"], withinTarget: true });
const abandonedHref: HrefOf = (records) => visitsHref(records, { visitOutcomes: ["abandoned"] });
const finishedHref: HrefOf = (records) => legsHref(records, { finished: true });

/** How far a figure is from the compared one, which opens its own records. */
function changes({ own, compared }: Overview, words: OverviewTileWords) {
  const { figures } = own;
  return {
    count: (figureOf: FigureOf<number>, hrefOf: HrefOf) =>
      prepareTileChange(
        { measure: "count", value: figureOf(figures), whenMore: "neutral" },
        compared && countBeside(figureOf(compared.figures), words, hrefOf(compared.records)),
        words,
      ),
    share: (whenMore: TileChange["tone"], figureOf: FigureOf<Proportion | null>, hrefOf: HrefOf) =>
      prepareTileChange(
        { measure: "share", value: figureOf(figures)?.share, whenMore },
        compared && shareBeside(figureOf(compared.figures), words, hrefOf(compared.records)),
        words,
      ),
    mean: (whenMore: TileChange["tone"], figureOf: FigureOf<DurationFigure | null>, hrefOf: HrefOf) =>
      prepareTileChange(
        { measure: "duration", value: figureOf(figures)?.meanMs, whenMore },
        compared && meanBeside(figureOf(compared.figures), words, hrefOf(compared.records)),
        words,
      ),
  };
}

function serviceLevelTile({ own: { figures, records }, target, now }: Overview, words: OverviewTileWords) {
  const { youngWaits } = figures;
  const printed = printShare(figures.serviceLevel, words, {
    part: answeredInTimeHref(records),
    whole: judgedHref(records, now),
  });
  const young = { text: words.youngWaits(youngWaits), href: waitingHref(records, now, "withinTarget") };
  return {
    ...printed,
    target: target && words.target(target),
    notes: youngWaits === 0 ? printed.notes : [...printed.notes, young],
  };
}

function abandonmentTile({ own: { figures, records } }: Overview, words: OverviewTileWords): PrintedFigure {
  return printShare(figures.abandonment, words, {
    part: abandonedHref(records),
    whole: longerThanShortHref(records),
  });
}

function speedOfAnswerTile({ own: { figures, records } }: Overview, words: OverviewTileWords) {
  const printed = printDuration(figures.speedOfAnswer, words, answeredHref(records));
  const { value, notes } = printDuration(figures.waitOfAbandoned, words);
  const rest = notes.map((note) => (typeof note === "string" ? note : note.text)).join(" · ");
  const lost: TileNote = { text: words.abandonedWaited(value, rest), href: abandonedHref(records) };
  return {
    ...printed,
    notes: [...printed.notes, ...(figures.waitOfAbandoned === null ? [] : [lost])],
  };
}

function handleTimeTile({ own: { figures, records } }: Overview, words: OverviewTileWords) {
  const { handleTime, unfinishedLegs } = figures;
  const printed = printDuration(handleTime, words, finishedHref(records));
  const left: TileNote = {
    text: words.unfinished(unfinishedLegs),
    href: legsHref(records, { finished: false }),
  };
  return { ...printed, notes: unfinishedLegs === 0 ? printed.notes : [...printed.notes, left] };
}

/** Who waits, and those of them who have waited longer than their group's threshold. */
function waitingTile({ own: { figures, records }, now }: Overview, words: OverviewTileWords) {
  const { waits, counts } = figures;
  const thresholds = waits.map(({ serviceLevelSeconds }) => serviceLevelSeconds);
  const late = waits.reduce((sum, { waiting, young }) => sum + waiting - young, 0);
  return {
    value: words.count(counts.waiting),
    href: hrefUnlessNone(counts.waiting, visitsHref(records, { visitOutcomes: ["waiting"] })),
    notes:
      waits.length === 0
        ? []
        : [
            {
              text: words.pastThreshold(late, Math.min(...thresholds), Math.max(...thresholds)),
              href: hrefUnlessNone(late, waitingHref(records, now, "pastTarget")),
            },
          ],
  };
}

/** Calls of a number that had called before; nothing until somebody wants to know. */
function repeatTile({ own, compared, repeats }: Overview, words: OverviewTileWords) {
  if (repeats === null) return { value: "–", href: null };
  const { withinHours, own: figure, compared: before } = repeats;
  return {
    ...printShare(figure, words, repeatHrefs(own.records, withinHours)),
    change: prepareTileChange(
      { measure: "share", value: figure?.share, whenMore: "bad" },
      compared && shareBeside(before, words, repeatHrefs(compared.records, withinHours).part),
      words,
    ),
  };
}
