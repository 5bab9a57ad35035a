import type { CallsHref, TileNote } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import type { FigureWords } from "@/app/_charts/figure-words";
import { medianNote, shareNote } from "@/app/_charts/prepare-figures";
import type { AgentFigures } from "@/server/domain/metrics/agent-figures";
import type { Cohort, FigureFilter } from "@/server/domain/metrics/cohort";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";
import type { Period } from "@/server/domain/metrics/time/period";

/** The figures of an agent, in the order in which they are shown. */
export const agentColumns = [
  "answered",
  "handle",
  "talk",
  "hold",
  "wrapUp",
  "ring",
  "occupancy",
  "rona",
  "short",
  "transfers",
] as const;
export type AgentColumn = (typeof agentColumns)[number];

export interface AgentWords extends FigureWords {
  /** Printed where nothing is recorded that a figure could be made of. */
  readonly notKnown: string;
  /** What the time of an occupancy is made of, beside ring and presence. */
  readonly timeOfLegs: (count: number) => string;
  /** So many legs have no handle time yet. */
  readonly unfinished: (count: number) => string;
}

/** A figure in words, and where its records are listed. */
export interface AgentCell {
  /** What it is sorted and compared by; null where there is none. */
  readonly number: number | null;
  readonly text: string;
  /** How much it is made of; "" where the figure says that itself. */
  readonly n: string;
  /** Where all that it is made of is listed: the whole of which a share is a part. */
  readonly nHref: CallsHref | null;
  /** Median and P90, interval of chance: each a short line. */
  readonly notes: readonly TileNote[];
  readonly href: CallsHref | null;
}

export type AgentCells = Readonly<Record<AgentColumn, AgentCell>>;

/** The records that figures are made of. */
export interface FiguresOf extends Period {
  readonly filter: FigureFilter;
}

/** Every figure in words. A mean opens all its records, a share the part that it tells of. */
export function agentCells(figures: AgentFigures, of: FiguresOf, words: AgentWords): AgentCells {
  const { from, until, filter } = of;
  const period = { from, until, filter };
  const leg = (conditions: LegConditions) => cohortHref({ unit: "leg", ...period, ...conditions });
  const finished = leg({ finished: true });
  const missed = cohortHref({ unit: "offer", ...period, legOutcomes: ["missed"] });
  const rung = cohortHref({ unit: "offer", ...period, ring: {} });
  const over = cohortHref({ unit: "offer", ...period, legOutcomes: [...endedOffers] });
  return {
    answered: countCell(figures.answered, leg({}), words),
    handle: handleCell(figures, { finished, unfinished: leg({ finished: false }) }, words),
    talk: durationCell(figures.talk, finished, words),
    hold: durationCell(figures.hold, leg({ hold: {} }), words),
    wrapUp: durationCell(figures.wrapUp, leg({ wrapUp: {} }), words),
    ring: durationCell(figures.ring, rung, words),
    occupancy: occupancyCell(figures, finished, words),
    rona: shareCell(figures.rona, { part: missed, whole: over }, words),
    short: shareCell(figures.short, { part: leg({ short: true }), whole: leg({}) }, words),
    transfers: shareCell(figures.transfers, { part: leg({ transferred: true }), whole: leg({}) }, words),
  };
}

const endedOffers = ["missed", "rejected", "withdrawn", "talking", "ended"] as const;

type LegConditions = Omit<Extract<Cohort, { unit: "leg" }>, "unit" | keyof FiguresOf>;

function countCell(count: number, href: CallsHref, words: AgentWords): AgentCell {
  if (count === 0) return nothing(words.none);
  return { number: count, text: words.count(count), n: "", nHref: null, notes: [], href };
}

function nothing(text: string): AgentCell {
  return { number: null, text, n: "", nHref: null, notes: [], href: null };
}

function durationCell(figure: DurationFigure | null, href: CallsHref, words: AgentWords): AgentCell {
  if (figure === null) return nothing(words.none);
  const { n, meanMs, medianMs, p90Ms } = figure;
  const quantiles = words.medianLine(words.duration(medianMs), words.duration(p90Ms));
  return {
    number: meanMs,
    text: words.duration(meanMs),
    n: words.n(n),
    nHref: href,
    notes: [quantiles, ...list(medianNote(figure, words))],
    href,
  };
}

/** Beneath the handle time stands how many legs have none yet. */
function handleCell(
  { handle, unfinished }: AgentFigures,
  hrefs: Readonly<Record<"finished" | "unfinished", CallsHref>>,
  words: AgentWords,
): AgentCell {
  const cell = durationCell(handle, hrefs.finished, words);
  if (unfinished === 0) return cell;
  const left = { text: words.unfinished(unfinished), href: hrefs.unfinished };
  return { ...cell, notes: [...cell.notes, left] };
}

interface ShareOf {
  readonly part: CallsHref;
  readonly whole: CallsHref;
}

function shareCell(figure: Proportion | null, hrefs: ShareOf, words: AgentWords): AgentCell {
  if (figure === null) return nothing(words.none);
  const { part, whole, share } = figure;
  return {
    number: share,
    text: words.share(share),
    n: words.partOf(words.count(part), words.count(whole)),
    nHref: hrefs.whole,
    notes: list(shareNote(figure, words)),
    href: part === 0 ? null : hrefs.part,
  };
}

/**
 * A share of time, not of records: no interval of chance belongs to it. It opens the conversations that the
 * time was spent on, and says how many these are; the ring of offers is a figure of its own.
 */
function occupancyCell(
  { occupancy, handle }: AgentFigures,
  finished: CallsHref,
  words: AgentWords,
): AgentCell {
  if (occupancy === null) return nothing(words.notKnown);
  const { part, whole, share } = occupancy;
  const href = handle && finished;
  return {
    number: share,
    text: words.share(share),
    n: "",
    nHref: null,
    notes: [
      words.partOf(words.duration(part), words.duration(whole)),
      { text: words.timeOfLegs(handle?.n ?? 0), href },
    ],
    href,
  };
}

const list = (note: string | null) => (note === null ? [] : [note]);

/** What stands beneath a figure that stands alone: its notes, and n. */
export function notesBeneath({ notes, n, nHref }: AgentCell): readonly TileNote[] {
  return n === "" ? notes : [...notes, { text: n, href: nHref }];
}
