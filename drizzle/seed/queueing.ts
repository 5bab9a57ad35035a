import { converse } from "@/drizzle/seed/conversation";
import type { Seat, Waiting } from "@/drizzle/seed/floor";
import { callBackLater } from "@/drizzle/seed/outbound";
import { groupNamed, type QueueEntry, type Script, type World } from "@/drizzle/seed/script";
import type { SeedSkillGroup } from "@/drizzle/seed/staff";

const QUEUE_PLACES = 25;
const RING_TIMEOUT_SECONDS = 15;
const PARKED_AFTER_MISS_SECONDS = 90;
const CALLBACK_OFFERED_AFTER_SECONDS = 75;
const MISSES = 0.03;
const REJECTS = 0.015;
const WANTS_CALLBACK = 0.22;
/** Notice at once that this is not the line they wanted. */
const WRONG_NUMBER = 0.025;

/** One visit of one caller to one queue. */
class Visit implements Waiting {
  readonly group: SeedSkillGroup;
  readonly priority: number;
  readonly enteredAt: number;
  readonly #world: World;
  readonly #script: Script;
  #ringing: Seat | null = null;
  #isOver = false;

  constructor(world: World, script: Script, entry: QueueEntry) {
    this.#world = world;
    this.#script = script;
    this.group = entry.group;
    this.priority = entry.priority;
    this.enteredAt = world.timetable.now;
  }

  begin(): void {
    const { timetable, floor } = this.#world;
    timetable.after(this.#drawPatience(), () => this.#abandon());
    timetable.after(CALLBACK_OFFERED_AFTER_SECONDS, () => this.#offerCallback());
    const { overflow } = this.group;
    if (overflow !== null) timetable.after(overflow.afterSeconds, () => this.#overflowTo(overflow.to));
    floor.join(this);
  }

  #drawPatience(): number {
    const { chance } = this.#world;
    if (chance.happens(WRONG_NUMBER)) return 1 + 5 * chance.fraction();
    return chance.logNormal(this.group.patienceMedian, 0.8);
  }

  readonly offer = (seat: Seat): void => {
    const { agentId } = seat.agent;
    const { chance, timetable } = this.#world;
    this.#ringing = seat;
    this.#script.tell({ type: "agentOffered", agentId });
    if (chance.happens(MISSES)) {
      timetable.after(RING_TIMEOUT_SECONDS, () => this.#lapse(seat, "offerMissed"));
    } else if (chance.happens(REJECTS)) {
      timetable.after(chance.logNormal(4, 0.3), () => this.#lapse(seat, "offerRejected"));
    } else {
      timetable.after(chance.logNormal(3.5, 0.4), () => this.#answer(seat));
    }
  };

  #lapse(seat: Seat, type: "offerMissed" | "offerRejected"): void {
    if (this.#isOver || this.#ringing !== seat) return;
    this.#ringing = null;
    this.#script.tell({ type, agentId: seat.agent.agentId });
    this.#world.floor.park(seat);
    this.#world.timetable.after(PARKED_AFTER_MISS_SECONDS, () => this.#world.floor.release(seat));
    this.#world.floor.join(this);
  }

  #answer(seat: Seat): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#script.tell({ type: "agentAnswered", agentId: seat.agent.agentId });
    converse(this.#world, this.#script, { seat, group: this.group, mayTransfer: true });
  }

  #abandon(): void {
    if (this.#isOver) return;
    const seat = this.#ringing;
    this.#end();
    this.#script.tell({ type: "callerHungUp" });
    this.#script.close();
    if (seat !== null) this.#world.floor.release(seat);
  }

  #overflowTo(name: string): void {
    if (!this.#isWaiting()) return;
    this.#end();
    this.#script.tell({ type: "queueLeft", reason: "overflowed" });
    const group = groupNamed(this.#world.staff, name);
    joinQueue(this.#world, this.#script, { group, priority: this.priority + 1 });
  }

  #offerCallback(): void {
    const { chance, timetable } = this.#world;
    if (!this.#isWaiting() || this.#script.customer.number === null || !chance.happens(WANTS_CALLBACK))
      return;
    this.#end();
    this.#script.tell({ type: "ivrKeyPressed", node: "callback", key: "*" });
    this.#script.tell({ type: "queueLeft", reason: "callback_requested" });
    timetable.after(chance.logNormal(5, 0.3), () => {
      this.#script.tell({ type: "callerHungUp" });
      this.#script.close();
    });
    callBackLater(this.#world, this.#script.customer, this.group);
  }

  #isWaiting(): boolean {
    return !this.#isOver && this.#ringing === null;
  }

  #end(): void {
    this.#isOver = true;
    this.#ringing = null;
    this.#world.floor.quit(this);
  }
}

export function joinQueue(world: World, script: Script, entry: QueueEntry): void {
  const { group, priority } = entry;
  script.tell({
    type: "queueEntered",
    skillGroupId: group.skillGroupId,
    priority,
    serviceLevelSeconds: group.serviceLevelSeconds,
    shortAbandonSeconds: group.shortAbandonSeconds,
    ruleSetVersion: null,
  });
  if (world.floor.countWaiting(group) >= QUEUE_PLACES) turnAway(script, "queue_full");
  else if (world.floor.isStaffed(group)) new Visit(world, script, entry).begin();
  else if (group.overflow === null) turnAway(script, "no_agents");
  else {
    script.tell({ type: "queueLeft", reason: "no_agents" });
    joinQueue(world, script, { group: groupNamed(world.staff, group.overflow.to), priority });
  }
}

function turnAway(script: Script, reason: "queue_full" | "no_agents"): void {
  script.tell({ type: "queueLeft", reason });
  script.tell({ type: "callEnded", cause: reason === "queue_full" ? "queue_full" : "message_played" });
  script.close();
}
