import { factsOf } from "@/drizzle/seed/call-facts";
import type { Script } from "@/drizzle/seed/script";
import type { Seat } from "@/drizzle/seed/seat";
import type { SeedSkillGroup } from "@/drizzle/seed/staff";
import type { World } from "@/drizzle/seed/world";
import { plainTreatment } from "@/server/domain/routing/versions/starter";

const TALK_SECONDS_MIN = 6;
/** Somebody who has waited once already goes before new callers. */
const TRANSFER_PRIORITY = 5;
const OUTSIDE_NUMBER = "+862131082000";

interface Conversation {
  readonly seat: Seat;
  readonly group: SeedSkillGroup;
  readonly mayTransfer: boolean;
}

type Talk = readonly [world: World, script: Script, conversation: Conversation];
type Course = (...talk: Talk) => void;

/** How conversations go on after a while, and how many in a hundred do so. */
const COURSES: readonly { readonly percent: number; readonly go: Course }[] = [
  { percent: 14, go: holdThenEnd },
  { percent: 4.5, go: transferBlind },
  { percent: 4, go: consultColleague },
  { percent: 0.8, go: transferOutside },
  { percent: 0.7, go: transferInVain },
  { percent: 76, go: endConversation },
];

/** Agent and customer talk; the seat is busy until the agent's wrap-up is done. */
export function converse(...[world, script, conversation]: Talk): void {
  const { chance, timetable } = world;
  script.keepOpen();
  const talkSeconds = drawTalk(world, conversation.group);
  const course = conversation.mayTransfer
    ? chance.weighted(COURSES, ({ percent }) => percent).go
    : endConversation;
  if (script.events.some((event) => event.type === "verificationConcluded" && event.result === "failed")) {
    timetable.after(Math.min(20, talkSeconds / 2), () =>
      script.tell({ type: "verificationConcluded", result: "by_agent" }),
    );
  }
  timetable.after(talkSeconds, () => course(world, script, conversation));
}

function drawTalk({ chance }: World, { talkMedian, talkSigma }: SeedSkillGroup): number {
  return Math.max(TALK_SECONDS_MIN, chance.logNormal(talkMedian, talkSigma));
}

function holdThenEnd(...[world, script, conversation]: Talk): void {
  const { chance, timetable } = world;
  const { agentId } = conversation.seat.agent;
  script.tell({ type: "customerHeld", agentId });
  timetable.after(chance.logNormal(38, 0.6), () => {
    if (chance.happens(0.03)) {
      script.tell({ type: "callerHungUp" });
      script.close();
      wrapUp(world, script, conversation);
      return;
    }
    script.tell({ type: "customerRetrieved", agentId });
    const again = chance.happens(0.2) ? holdThenEnd : endConversation;
    timetable.after(chance.logNormal(45, 0.6), () => again(world, script, conversation));
  });
}

function transferBlind(...[world, script, conversation]: Talk): void {
  const { chance, staff, floor } = world;
  const others = staff.groups.filter((group) => group !== conversation.group && group.share > 0);
  const group = chance.oneOf(others);
  if (!floor.isStaffed(group)) {
    endConversation(world, script, conversation);
    return;
  }
  const { agentId } = conversation.seat.agent;
  const to = { kind: "skillGroup", skillGroupId: group.skillGroupId } as const;
  script.tell({ type: "transferStarted", agentId, to });
  wrapUp(world, script, conversation);
  const { skillGroupId } = group;
  const treatment = { ...plainTreatment(skillGroupId), priority: TRANSFER_PRIORITY };
  world.enqueue(script, { facts: factsOf(script), treatment, skillGroupId });
}

function consultColleague(...[world, script, conversation]: Talk): void {
  const { chance, timetable, staff, floor } = world;
  const group = chance.oneOf(staff.groups.filter((known) => known !== conversation.group));
  const colleague = floor.borrow(group, { spare: 0, as: "ringing" });
  if (colleague === null) {
    holdThenEnd(world, script, conversation);
    return;
  }
  const { agentId } = conversation.seat.agent;
  const helperId = colleague.agent.agentId;
  script.tell({ type: "consultStarted", agentId, to: { kind: "agent", agentId: helperId } });
  script.tell({ type: "agentOffered", agentId: helperId });
  timetable.after(chance.logNormal(4, 0.4), () => {
    if (chance.happens(0.08)) {
      script.tell({ type: "offerRejected", agentId: helperId });
      script.tell({ type: "consultEnded", agentId });
      floor.release(colleague);
      resume(world, script, conversation);
      return;
    }
    colleague.turn("on_call");
    script.tell({ type: "agentAnswered", agentId: helperId });
    script.keepOpen();
    const helper = { seat: colleague, group, mayTransfer: false };
    timetable.after(chance.logNormal(35, 0.5), () =>
      concludeConsultation(world, script, { conversation, helper }),
    );
  });
}

interface Consultation {
  readonly conversation: Conversation;
  readonly helper: Conversation;
}

function concludeConsultation(world: World, script: Script, { conversation, helper }: Consultation): void {
  const { chance, timetable } = world;
  const { agentId } = conversation.seat.agent;
  if (chance.happens(0.55)) {
    script.tell({ type: "transferCompleted", agentId });
    wrapUp(world, script, conversation);
    timetable.after(drawTalk(world, helper.group), () => endConversation(world, script, helper));
    return;
  }
  if (chance.happens(0.35)) {
    script.tell({ type: "conferenceStarted", agentId });
    timetable.after(chance.logNormal(60, 0.5), () => {
      script.tell({ type: "agentHungUp", agentId: helper.seat.agent.agentId });
      wrapUp(world, script, helper);
      timetable.after(chance.logNormal(20, 0.5), () => endConversation(world, script, conversation));
    });
    return;
  }
  script.tell({ type: "consultEnded", agentId });
  wrapUp(world, script, helper);
  resume(world, script, conversation);
}

function resume(...[world, script, conversation]: Talk): void {
  const { chance, timetable } = world;
  script.tell({ type: "customerRetrieved", agentId: conversation.seat.agent.agentId });
  timetable.after(chance.logNormal(40, 0.6), () => endConversation(world, script, conversation));
}

function transferOutside(...[world, script, conversation]: Talk): void {
  const { chance, timetable } = world;
  const { agentId } = conversation.seat.agent;
  script.tell({ type: "transferStarted", agentId, to: { kind: "number", number: OUTSIDE_NUMBER } });
  wrapUp(world, script, conversation);
  timetable.after(chance.logNormal(9, 0.3), () => {
    script.tell({ type: "outsideAnswered" });
    timetable.after(chance.logNormal(120, 0.6), () => {
      script.tell({ type: chance.happens(0.5) ? "outsideHungUp" : "callerHungUp" });
      script.close();
    });
  });
}

function transferInVain(...[world, script, conversation]: Talk): void {
  const { chance, timetable } = world;
  const { agentId } = conversation.seat.agent;
  script.tell({ type: "transferStarted", agentId, to: { kind: "number", number: OUTSIDE_NUMBER } });
  timetable.after(chance.logNormal(18, 0.3), () => {
    script.tell({ type: "transferCancelled", agentId });
    timetable.after(chance.logNormal(30, 0.5), () => endConversation(world, script, conversation));
  });
}

export function endConversation(...[world, script, conversation]: Talk): void {
  const { chance } = world;
  const isInbound = script.events[0]?.type === "callArrived";
  if (isInbound && chance.happens(0.32)) {
    script.tell({ type: "surveyStarted" });
    askSurvey(world, script);
  } else {
    const { agentId } = conversation.seat.agent;
    script.tell(chance.happens(0.66) ? { type: "callerHungUp" } : { type: "agentHungUp", agentId });
    script.close();
  }
  wrapUp(world, script, conversation);
}

function askSurvey({ chance, timetable }: World, script: Script): void {
  timetable.after(chance.logNormal(9, 0.4), () => {
    if (chance.happens(0.7)) {
      const score = chance.weighted([5, 4, 3, 2, 1], (stars) => [0, 5, 3, 8, 24, 60][stars] ?? 0);
      script.tell({ type: "surveyAnswered", question: "satisfaction", score });
    }
    script.tell({ type: "callerHungUp" });
    script.close();
  });
}

export function wrapUp(...[world, script, { seat, group }]: Talk): void {
  const { chance, timetable, floor } = world;
  const { agentId } = seat.agent;
  seat.turn("wrapping_up");
  script.tell({ type: "wrapUpStarted", agentId });
  timetable.after(chance.logNormal(group.wrapUpMedian, 0.6), () => {
    script.tell({ type: "wrapUpFinished", agentId });
    script.close();
    floor.release(seat);
  });
}
