import { OrderedSet } from "@js-sdsl/ordered-set";
import type { Instant } from "@/server/domain/instant";
import type { WaitingCall } from "@/server/domain/routing/floor";
import { compareEntered, type Entered } from "@/server/domain/routing/rank-calls";
import { dueExit, type Reach, reachOf, type Terms } from "@/server/domain/routing/standing";

const SECOND_MS = 1000;

/** A time of waiting in seconds, `from` inclusive. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A time during which the calls of a line reach the same agents. */
interface Stage extends Stretch {
  readonly reach: readonly Reach[];
}

/** A place in a line; that of a call which is only looked for holds none. */
interface Place extends Entered {
  readonly call: WaitingCall | null;
}

/**
 * Calls that were treated alike, in the order in which they entered. As long as two of them reach the same
 * agents, the one that entered first has at least the score of the other: priority is only ever raised, and
 * ageing is never below zero. So of each such stretch of time, the first call stands for all.
 */
export class WaitingLine {
  readonly stages: readonly Stage[];
  readonly #calls = new OrderedSet<Place>([], compareEntered);
  readonly #terms: Terms;

  constructor(alike: WaitingCall, terms: Terms) {
    this.#terms = terms;
    this.stages = stagesOf(alike, terms);
  }

  set(call: WaitingCall): void {
    this.#calls.insert({ enteredAt: call.enteredAt, callId: call.callId, call });
  }

  remove({ enteredAt, callId }: WaitingCall): void {
    this.#calls.eraseElementByKey({ enteredAt, callId, call: null });
  }

  /** Of the calls that have waited so long, the first that does not have to leave. */
  firstOf({ from, until }: Stretch, now: Instant): WaitingCall | undefined {
    for (const at = this.#startOf(until, now); at.isAccessible(); at.next()) {
      const { call } = at.pointer;
      if (call === null || call.enteredAt > now - from * SECOND_MS) return undefined;
      // Calls that overflowed have each a longest wait of their own, which stages do not know.
      if (isInFirstQueue(call) || dueExit(call, this.#terms, now) === undefined) return call;
    }
    return undefined;
  }

  /** The first place of those who have waited for less than `until`. */
  #startOf(until: number, now: Instant) {
    // The head of the line is at hand, and most agents take calls from some wait on for good.
    if (until === Number.POSITIVE_INFINITY) return this.#calls.begin();
    // No call has an empty id: this is before all that entered at the instant.
    return this.#calls.lowerBound({ enteredAt: now - until * SECOND_MS + 1, callId: "", call: null });
  }
}

/** Whether its wait in this queue is all of its wait. */
export function isInFirstQueue({ enteredAt, queuedAt }: WaitingCall): boolean {
  return enteredAt === queuedAt;
}

/** The stages of a call that waits in this way, until it has to leave. */
function stagesOf(alike: WaitingCall, terms: Terms): Stage[] {
  // The first stage is that of calls which enter after now: they are as new ones, but nothing is due.
  const starts = [Number.NEGATIVE_INFINITY, ...secondsOfChange(alike, terms)];
  const queuedAt = isInFirstQueue(alike) ? 0 : Number.POSITIVE_INFINITY;
  const stages: Stage[] = [];
  for (const [index, from] of starts.entries()) {
    const until = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const at = from < 0 ? -1 : from * SECOND_MS;
    const call = { ...alike, enteredAt: 0, queuedAt };
    if (dueExit(call, terms, at) !== undefined) break;
    const reach = reachOf(call, terms.rules, at);
    const before = stages.at(-1);
    if (before !== undefined && isSameReach(before.reach, reach)) stages.splice(-1, 1, { ...before, until });
    else stages.push({ from, until, reach });
  }
  return stages;
}

/** Each number of seconds at which a call may come to reach others, or has to leave. */
function secondsOfChange({ skillGroupId, treatment }: WaitingCall, { rules, settings }: Terms): number[] {
  const widened = treatment.steps.flatMap((step) => (step.kind === "widen" ? step.to : []));
  const rings = [skillGroupId, ...widened].flatMap((group) => rules.get(group)?.rings ?? []);
  const seconds = [...treatment.steps, ...rings].map(({ afterSeconds }) => afterSeconds);
  const longestWait = settings.get(skillGroupId)?.longestWaitSeconds ?? 0;
  return [...new Set([0, longestWait, ...seconds])].sort((one, other) => one - other);
}

function isSameReach(one: readonly Reach[], other: readonly Reach[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ skillGroupId, leastProficiency }, index) =>
        other[index]?.skillGroupId === skillGroupId && other[index].leastProficiency === leastProficiency,
    )
  );
}
