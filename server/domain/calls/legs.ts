import type { Leg, LegEnd, LegKind } from "@/server/domain/calls/record";
import type { Course } from "@/server/domain/calls/state";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

/** What a leg comes from: the visit it serves, or the transfer or consultation that asked for the agent. */
export interface LegOrigin {
  readonly kind: LegKind;
  readonly visitOrdinal: number | null;
  readonly skillGroupId: SkillGroupId | null;
}

export interface OpenedLeg {
  readonly course: Course;
  readonly leg: number;
}

/** An agent comes in: a leg that rings from the latest instant of the course on, numbered after those before. */
export function openLeg(course: Course, agentId: UserId, origin: LegOrigin): OpenedLeg {
  const ordinal = course.legs.length + 1;
  const leg: Leg = {
    ordinal,
    kind: origin.kind,
    agentId,
    visitOrdinal: origin.visitOrdinal,
    skillGroupId: origin.skillGroupId,
    offeredAt: course.latestAt,
    answeredAt: null,
    endedAt: null,
    outcome: "ringing",
    end: null,
    ringMs: null,
    talkMs: null,
    holdMs: null,
    wrapUpStartedAt: null,
    wrapUpEndedAt: null,
    wrapUpMs: null,
  };
  return { course: { ...course, legs: [...course.legs, leg] }, leg: ordinal };
}

/** The leg that rings at this agent, the last if several do. */
export function findOpenOffer(course: Course, agentId: UserId): Leg | undefined {
  return course.legs.findLast((leg) => leg.agentId === agentId && leg.outcome === "ringing");
}

/** Whether the call rings anywhere. */
export function hasOpenOffer(course: Course): boolean {
  return course.legs.some((leg) => leg.outcome === "ringing");
}

/**
 * The leg with this number, from 1.
 * @throws RangeError when the call has no such leg.
 */
export function legAt(course: Course, ordinal: number): Leg {
  const leg = course.legs[ordinal - 1];
  if (leg === undefined) throw new RangeError(`no leg ${ordinal} in this call`);
  return leg;
}

/**
 * Whose the leg with this number is.
 * @throws RangeError when the call has no such leg.
 */
export function agentOf(course: Course, ordinal: number): UserId {
  return legAt(course, ordinal).agentId;
}

/** Puts a changed leg in the place of the one with its number. */
export function replaceLeg(course: Course, changed: Leg): Course {
  return { ...course, legs: course.legs.with(changed.ordinal - 1, changed) };
}

/** Ends a ring without an answer; its length, in ms, is up to the latest instant of the course. */
export function lapseOffer(course: Course, offer: Leg, outcome: "missed" | "rejected" | "withdrawn"): Course {
  return replaceLeg(course, lapsed(offer, outcome, course.latestAt));
}

/** Ends every ring that goes on: the caller was answered elsewhere, left, or hung up. */
export function withdrawOffers(course: Course): Course {
  if (!hasOpenOffer(course)) return course;
  const legs = course.legs.map((leg) =>
    leg.outcome === "ringing" ? lapsed(leg, "withdrawn", course.latestAt) : leg,
  );
  return { ...course, legs };
}

function lapsed(offer: Leg, outcome: "missed" | "rejected" | "withdrawn", at: Instant): Leg {
  return { ...offer, outcome, endedAt: at, ringMs: at - offer.offeredAt };
}

/**
 * The agent picks up. An agent who was not offered the call gets a leg without ring, since many
 * senders report no ringing; the others who ring are withdrawn.
 */
export function answerOffer(course: Course, agentId: UserId, origin: LegOrigin): OpenedLeg {
  const offer = findOpenOffer(course, agentId);
  if (offer === undefined) {
    const opened = openLeg(withdrawOffers(course), agentId, origin);
    return { course: answerLeg(opened.course, opened.leg), leg: opened.leg };
  }
  return { course: withdrawOffers(answerLeg(course, offer.ordinal)), leg: offer.ordinal };
}

/**
 * The talk on a leg begins, and its ring is over.
 * @throws RangeError when the call has no such leg.
 */
export function answerLeg(course: Course, ordinal: number): Course {
  const leg = legAt(course, ordinal);
  const answeredAt = course.latestAt;
  return replaceLeg(course, { ...leg, outcome: "talking", answeredAt, ringMs: answeredAt - leg.offeredAt });
}

/** Ends a conversation; `heldMs` is the whole hold within it. */
export function endLeg(course: Course, ordinal: number, end: { as: LegEnd; heldMs: number }): Course {
  const leg = legAt(course, ordinal);
  const endedAt = course.latestAt;
  return replaceLeg(course, {
    ...leg,
    outcome: "ended",
    end: end.as,
    endedAt,
    talkMs: endedAt - (leg.answeredAt ?? endedAt) - end.heldMs,
    holdMs: end.heldMs,
  });
}

/** Has this agent finished a part of the call, so that a late word about it is no surprise? */
export function hasEndedLeg(course: Course, agentId: UserId): boolean {
  return course.legs.some((leg) => leg.agentId === agentId && leg.endedAt !== null);
}
