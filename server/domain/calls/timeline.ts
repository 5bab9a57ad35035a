import type { CallEvent } from "@/server/domain/calls/event";
import { live, type Passage } from "@/server/domain/calls/fold";
import { type Activity, type Lane, type Occupancy, occupanciesOf } from "@/server/domain/calls/occupancy";
import type { KeyPress, LegEnd, LegOutcome, VisitOutcome } from "@/server/domain/calls/record";
import type { CallState, Course } from "@/server/domain/calls/state";
import type { Instant } from "@/server/domain/instant";

/** One unbroken activity of a lane. */
export interface Stretch {
  readonly kind: Activity;
  readonly from: Instant;
  /** null while it goes on. */
  readonly to: Instant | null;
  /** How a wait, a ring or a conversation came out; null for other stretches and within a conversation. */
  readonly outcome: VisitOutcome | LegOutcome | LegEnd | "answered" | null;
}

export interface TimelineLane {
  readonly lane: Lane;
  readonly stretches: readonly Stretch[];
}

/** A call drawn to scale: who was busy with what, from when to when. */
export interface Timeline {
  readonly startedAt: Instant;
  /** The latest instant heard of, wrap-up included. */
  readonly latestAt: Instant;
  /** Caller, IVR, queues and agents in the order in which they came in, outside party, survey. */
  readonly lanes: readonly TimelineLane[];
  readonly keys: readonly KeyPress[];
}

const LANE_ORDER: readonly Lane["kind"][] = ["caller", "ivr", "queue", "agent", "outside", "survey"];

interface Span {
  readonly occupancy: Occupancy;
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * The timeline of the call that the events tell of, or null while its beginning has not been heard of.
 * It is read off the same steps as the fold, so that the drawing and the durations cannot disagree:
 * `holding` and `consulting` on an agent's lane make up the leg's hold, `talking`, `conferencing` and
 * `consulted` its talk.
 */
export function timelineOf(events: readonly CallEvent[]): Timeline | null {
  const recorder = new SpanRecorder();
  const { state } = live(events, (passage) => recorder.record(passage));
  if (state.kind === "new") return null;
  const { startedAt, latestAt, keys } = state.course;
  return { startedAt, latestAt, lanes: lanesOf(recorder.spans(), state.course), keys };
}

class SpanRecorder {
  readonly #closed: Span[] = [];
  readonly #open = new Map<string, Span>();

  record({ before, after }: Passage): void {
    if (after.kind === "new") return;
    this.#closed.push(...takenBack(before, after.course));
    const at = after.course.latestAt;
    const occupancies = new Map(occupanciesOf(after).map((occupancy) => [keyOf(occupancy), occupancy]));
    for (const [key, span] of this.#open) {
      if (occupancies.has(key)) continue;
      this.#open.delete(key);
      this.#closed.push({ ...span, to: at });
    }
    for (const [key, occupancy] of occupancies) {
      if (!this.#open.has(key)) this.#open.set(key, { occupancy, from: at, to: null });
    }
  }

  spans(): Span[] {
    return [...this.#closed, ...this.#open.values()].toSorted((a, b) => a.from - b.from);
  }
}

// A cancelled transfer reopens the first agent's leg, and the attempt counts as hold of that leg.
function takenBack(before: CallState, course: Course): Span[] {
  if (before.kind === "new") return [];
  return before.course.legs.flatMap((leg) => {
    const { endedAt: from, agentId, ordinal } = leg;
    if (from === null || course.legs[ordinal - 1]?.endedAt !== null) return [];
    const occupancy = {
      lane: { kind: "agent", agentId },
      activity: "holding",
      visit: null,
      leg: ordinal,
    } as const;
    return [{ occupancy, from, to: course.latestAt }];
  });
}

function lanesOf(spans: readonly Span[], course: Course): TimelineLane[] {
  const lanes = new Map<string, { readonly lane: Lane; readonly stretches: Stretch[] }>();
  for (const span of spans) {
    const { lane } = span.occupancy;
    const key = laneKeyOf(lane);
    const known = lanes.get(key) ?? { lane, stretches: [] };
    known.stretches.push(stretchOf(span, course));
    lanes.set(key, known);
  }
  return [...lanes.values()].toSorted((a, b) => rankOf(a.lane) - rankOf(b.lane));
}

function rankOf({ kind }: Lane): number {
  return LANE_ORDER.indexOf(kind);
}

function stretchOf({ occupancy, from, to }: Span, course: Course): Stretch {
  return { kind: occupancy.activity, from, to, outcome: outcomeOf(occupancy, to, course) };
}

function outcomeOf(
  { activity, visit, leg }: Occupancy,
  to: Instant | null,
  course: Course,
): Stretch["outcome"] {
  if (visit !== null) return course.visits[visit - 1]?.outcome ?? null;
  const part = leg === null ? undefined : course.legs[leg - 1];
  if (part === undefined || activity === "wrapping") return null;
  if (activity === "ringing" || activity === "dialling") {
    return part.answeredAt === null ? part.outcome : "answered";
  }
  return to !== null && to === part.endedAt ? part.end : null;
}

function keyOf({ lane, activity, visit, leg }: Occupancy): string {
  return [laneKeyOf(lane), activity, visit, leg].join(" ");
}

function laneKeyOf(lane: Lane): string {
  switch (lane.kind) {
    case "queue":
      return `queue ${lane.skillGroupId}`;
    case "agent":
      return `agent ${lane.agentId}`;
    default:
      return lane.kind;
  }
}
