import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import {
  handleTime,
  holdTime,
  talkTime,
  unfinishedLegs,
  wrapUpTime,
} from "@/server/domain/metrics/handle-time";
import { type AgentTime, occupancy } from "@/server/domain/metrics/occupancy";
import type { Proportion } from "@/server/domain/metrics/proportion";
import { ringTime } from "@/server/domain/metrics/ring-time";
import { ronaRate } from "@/server/domain/metrics/rona-rate";
import { shortCalls } from "@/server/domain/metrics/short-calls";
import type { LegTally, OfferTally } from "@/server/domain/metrics/tally";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
import { transferRate } from "@/server/domain/metrics/transfer-rate";

/** How the work of an agent, or of several, went. Null where there is nothing to say it of. */
export interface AgentFigures {
  /** Answered legs, and those of them that have no handle time yet. */
  readonly answered: number;
  readonly unfinished: number;
  readonly handle: DurationFigure | null;
  readonly talk: DurationFigure | null;
  readonly hold: DurationFigure | null;
  readonly wrapUp: DurationFigure | null;
  /** Of the offers that are over. */
  readonly ring: DurationFigure | null;
  /** Part and whole in milliseconds. */
  readonly occupancy: Proportion | null;
  readonly rona: Proportion | null;
  /** Of the answered legs. */
  readonly short: Proportion | null;
  readonly transfers: Proportion | null;
}

/** What was counted of an agent's work; of their presence null when nothing is known of it. */
export interface AgentWork {
  readonly legs: LegTally;
  readonly offers: OfferTally;
  readonly freeIdleMs: number | null;
}

/** Of an agent who did nothing, and of whose presence nothing is known. */
export function noWork(): AgentWork {
  return { legs: emptyTally("leg"), offers: emptyTally("offer"), freeIdleMs: null };
}

/** Every figure of an agent's work, each by its own definition. */
export function agentFigures(work: AgentWork): AgentFigures {
  const { legs, offers } = work;
  return {
    answered: legs.answered,
    unfinished: unfinishedLegs(legs),
    handle: handleTime(legs),
    talk: talkTime(legs),
    hold: holdTime(legs),
    wrapUp: wrapUpTime(legs),
    ring: ringTime(offers),
    occupancy: occupancy(agentTime(work)),
    rona: ronaRate(offers),
    short: shortCalls(legs),
    transfers: transferRate(legs),
  };
}

/**
 * The occupancy of several agents together: all their time on calls ÷ all their time for calls. Those whose
 * presence is not known count on neither side.
 */
export function sharedOccupancy(works: Iterable<AgentWork>): Proportion | null {
  let known: AgentTime | null = null;
  for (const work of works) if (work.freeIdleMs !== null) known = addTimes(known, agentTime(work));
  return known && occupancy(known);
}

/** Offers that were not answered rang too; a talk that still goes on has no length yet. */
function agentTime({ legs, offers, freeIdleMs }: AgentWork): AgentTime {
  const { talkMs, holdMs, wrapUpMs } = legs;
  return { ringMs: offers.ringMs, talkMs, holdMs, wrapUpMs, freeIdleMs };
}

function addTimes(sum: AgentTime | null, one: AgentTime): AgentTime {
  if (sum === null) return one;
  return {
    ringMs: sum.ringMs + one.ringMs,
    talkMs: sum.talkMs + one.talkMs,
    holdMs: sum.holdMs + one.holdMs,
    wrapUpMs: sum.wrapUpMs + one.wrapUpMs,
    freeIdleMs: (sum.freeIdleMs ?? 0) + (one.freeIdleMs ?? 0),
  };
}
