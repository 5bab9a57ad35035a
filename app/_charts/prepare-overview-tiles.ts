import type { TileChange, TileModel, TileNote } from "@/app/_charts/chart-models";
import { callsHref, hrefUnlessNone, legsHref, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import type { Overview, OverviewFigures } from "@/app/_charts/overview-figures";
import { printDuration, printShare } from "@/app/_charts/prepare-figures";
import { prepareSparkline } from "@/app/_charts/prepare-sparkline";
import { judgedHref, prepareLateWaits } from "@/app/_charts/prepare-waits";
import { abandonmentRate } from "@/server/domain/metrics/abandonment";
import { visitsOffered } from "@/server/domain/metrics/volume";

export interface OverviewTileWords extends FigureWords {
  /** What a change is measured against: the compared figure, or nothing. */
  readonly against: (value: string) => string;
  readonly target: (target: NonNullable<Overview["target"]>) => string;
  readonly youngWaits: (count: number) => string;
  readonly abandonedWaited: (mean: string, rest: string) => string;
  readonly unfinished: (count: number) => string;
  readonly pastThreshold: (count: number, seconds: number) => string;
}

export type OverviewTile =
  | "calls"
  | "offered"
  | "serviceLevel"
  | "abandonment"
  | "speedOfAnswer"
  | "handleTime"
  | "waiting";

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
  const offered = visitsOffered(figures.counts);
  const plain = { target: null, notes: [], change: null, sparkline: null };
  return {
    calls: {
      ...plain,
      value: words.count(figures.calls),
      href: hrefUnlessNone(figures.calls, callsHref(records)),
      change: changeOf("count", "neutral", ({ calls }) => calls),
      sparkline: course(({ calls }) => calls),
    },
    offered: {
      ...plain,
      value: words.count(offered),
      href: hrefUnlessNone(offered, visitsHref(records)),
      change: changeOf("count", "neutral", ({ counts }) => visitsOffered(counts)),
      sparkline: course(({ counts }) => visitsOffered(counts)),
    },
    serviceLevel: {
      ...plain,
      ...serviceLevelTile(overview, words),
      change: changeOf("share", "good", ({ serviceLevel }) => serviceLevel?.share ?? null),
      sparkline: course(({ serviceLevel }) => serviceLevel?.share ?? null),
    },
    abandonment: {
      ...plain,
      ...abandonmentTile(overview, words),
      change: changeOf("share", "bad", ({ abandonment }) => abandonment?.share ?? null),
      sparkline: course(({ counts }) => abandonmentRate(counts)?.share ?? null),
    },
    speedOfAnswer: {
      ...plain,
      ...speedOfAnswerTile(overview, words),
      change: changeOf("duration", "bad", ({ speedOfAnswer }) => speedOfAnswer?.meanMs ?? null),
      sparkline: course(({ counts }) =>
        counts.answered === 0 ? null : counts.answeredWaitMs / counts.answered,
      ),
    },
    handleTime: {
      ...plain,
      ...handleTimeTile(overview, words),
      change: changeOf("duration", "neutral", ({ handleTime }) => handleTime?.meanMs ?? null),
    },
    waiting: { ...plain, ...waitingTile(overview, words) },
  };
}

/** How far a figure is from the compared one; null where one of them is missing. */
function changes({ own, compared }: Overview, words: OverviewTileWords) {
  return (
    measure: keyof FigureWords["change"],
    whenMore: TileChange["tone"],
    figureOf: (figures: OverviewFigures) => number | null,
  ): TileChange | null => {
    const value = figureOf(own.figures);
    const before = compared && figureOf(compared.figures);
    if (value === null || before === null || (measure === "count" && before === 0)) return null;
    const exact = measure === "count" ? value / before - 1 : value - before;
    const print = words.change[measure];
    // What is too small to be printed has not changed.
    const difference = print(exact) === print(0) ? 0 : exact;
    return {
      direction: directionOf(difference),
      tone: toneOf(difference, whenMore),
      words: print(difference),
      against: words.against(words[measure](before)),
    };
  };
}

function directionOf(difference: number): TileChange["direction"] {
  if (difference === 0) return "same";
  return difference > 0 ? "up" : "down";
}

function toneOf(difference: number, whenMore: TileChange["tone"]): TileChange["tone"] {
  if (difference === 0 || whenMore === "neutral") return "neutral";
  const isMore = difference > 0;
  return isMore === (whenMore === "good") ? "good" : "bad";
}

function serviceLevelTile({ own: { figures, records }, target }: Overview, words: OverviewTileWords) {
  const { serviceLevel, youngWaits } = figures;
  const [n, ...rest] = printShare(serviceLevel, words).notes;
  const notes: TileNote[] = [
    ...(n === undefined ? [] : [{ text: n, href: judgedHref(records, youngWaits) }]),
    ...rest,
  ];
  return {
    value: printShare(serviceLevel, words).text,
    href: hrefUnlessNone(
      figures.counts.answeredWithin,
      visitsHref(records, { visitOutcomes: ["answered"], withinTarget: true }),
    ),
    target: target && words.target(target),
    notes: youngWaits === 0 ? notes : [...notes, words.youngWaits(youngWaits)],
  };
}

function abandonmentTile({ own: { figures, records } }: Overview, words: OverviewTileWords) {
  const [n, ...rest] = printShare(figures.abandonment, words).notes;
  return {
    value: printShare(figures.abandonment, words).text,
    href: hrefUnlessNone(figures.counts.abandoned, visitsHref(records, { visitOutcomes: ["abandoned"] })),
    notes: n === undefined ? rest : [{ text: n, href: judgedHref(records, 0) }, ...rest],
  };
}

function speedOfAnswerTile({ own: { figures, records } }: Overview, words: OverviewTileWords) {
  const printed = printDuration(figures.speedOfAnswer, words);
  const abandoned = printDuration(figures.waitOfAbandoned, words);
  const lost: TileNote = {
    text: words.abandonedWaited(abandoned.text, abandoned.notes.join(" · ")),
    href: visitsHref(records, { visitOutcomes: ["abandoned"] }),
  };
  return {
    value: printed.text,
    href: hrefUnlessNone(figures.counts.answered, visitsHref(records, { visitOutcomes: ["answered"] })),
    notes: [...printed.notes, ...(figures.waitOfAbandoned === null ? [] : [lost])],
  };
}

function handleTimeTile({ own: { figures, records } }: Overview, words: OverviewTileWords) {
  const { handleTime, unfinishedLegs } = figures;
  const printed = printDuration(handleTime, words);
  const left: TileNote = {
    text: words.unfinished(unfinishedLegs),
    href: legsHref(records, { finished: false }),
  };
  return {
    value: printed.text,
    href: hrefUnlessNone(handleTime?.n ?? 0, legsHref(records, { finished: true })),
    notes: unfinishedLegs === 0 ? printed.notes : [...printed.notes, left],
  };
}

/** Who waits, and under each threshold those who have waited longer. */
function waitingTile({ own: { figures, records }, now }: Overview, words: OverviewTileWords) {
  const { waiting } = figures.counts;
  return {
    value: words.count(waiting),
    href: hrefUnlessNone(waiting, visitsHref(records, { visitOutcomes: ["waiting"] })),
    notes: prepareLateWaits(figures.waits, { records, now }).map(({ seconds, late, href }) => ({
      text: words.pastThreshold(late, seconds),
      href,
    })),
  };
}
