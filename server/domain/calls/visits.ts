import type { QueueExit } from "@/server/domain/calls/event";
import type { QueueVisit } from "@/server/domain/calls/record";
import type { Course, EventOf } from "@/server/domain/calls/state";
import type { UserId } from "@/server/domain/identifiers";

/** A visit begins, under the thresholds, in seconds, that its group has at this moment. */
export function enterQueue(course: Course, event: EventOf<"queueEntered">): Course {
  const visit: QueueVisit = {
    ordinal: course.visits.length + 1,
    skillGroupId: event.skillGroupId,
    enteredAt: course.latestAt,
    leftAt: null,
    waitMs: null,
    outcome: "waiting",
    exit: null,
    answeredBy: null,
    priority: event.priority,
    serviceLevelSeconds: event.serviceLevelSeconds,
    shortAbandonSeconds: event.shortAbandonSeconds,
    ruleSetVersion: event.ruleSetVersion,
  };
  return { ...course, visits: [...course.visits, visit] };
}

/**
 * The visit that was begun last, whether or not it is over.
 * @throws RangeError when the call has not entered a queue.
 */
export function currentVisit(course: Course): QueueVisit {
  const visit = course.visits.at(-1);
  if (visit === undefined) throw new RangeError("this call has not entered a queue");
  return visit;
}

/** The caller reached an agent: the wait ends here, ring included. */
export function answerVisit(course: Course, agentId: UserId): Course {
  return closeVisit(course, { outcome: "answered", answeredBy: agentId });
}

/** The caller hung up while waiting. Below the group's threshold of that time it is a short abandon. */
export function abandonVisit(course: Course): Course {
  const visit = currentVisit(course);
  const short = course.latestAt - visit.enteredAt < visit.shortAbandonSeconds * 1000;
  return closeVisit(course, { outcome: short ? "short_abandoned" : "abandoned" });
}

/** The caller left the queue for something else than an agent. */
export function exitVisit(course: Course, exit: QueueExit): Course {
  return closeVisit(course, { outcome: exit === "callback_requested" ? "callback" : "overflowed", exit });
}

function closeVisit(course: Course, result: Pick<QueueVisit, "outcome"> & Partial<QueueVisit>): Course {
  const visit = currentVisit(course);
  const leftAt = course.latestAt;
  const closed = { ...visit, ...result, leftAt, waitMs: leftAt - visit.enteredAt };
  return { ...course, visits: course.visits.with(-1, closed) };
}
