import { converse } from "@/drizzle/seed/conversation";
import { RULE_SET_VERSION } from "@/drizzle/seed/dispatch";
import { callBackLater } from "@/drizzle/seed/outbound";
import type { Script } from "@/drizzle/seed/script";
import type { Seat } from "@/drizzle/seed/seat";
import type { SeedSkillGroup } from "@/drizzle/seed/staff";
import type { QueueEntry, World } from "@/drizzle/seed/world";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { WaitingCall } from "@/server/domain/routing/floor";
import { type Exit, priorityOf, stepsBetween, waitSecondsOf } from "@/server/domain/routing/standing";

const PARKED_AFTER_MISS_SECONDS = 90;
const MISSES = 0.03;
const REJECTS = 0.015;
const WANTS_CALLBACK = 0.35;
/** Notice at once that this is not the line they wanted. */
const WRONG_NUMBER = 0.025;

/** One caller's wait, in whichever queues the rules send them to. */
class Wait {
  readonly script: Script;
  readonly #world: World;
  #call: WaitingCall;
  #ringing: Seat | null = null;
  #isOver = false;
  /** The caller has come into a queue and nothing has been decided there yet. */
  #isNews = true;
  #stepsTakenUntil = -1;
  #looksAt = 0;

  constructor(world: World, script: Script, entry: QueueEntry) {
    const { now } = world.timetable;
    const { callId } = script;
    this.#world = world;
    this.script = script;
    this.#call = { ...entry, callId, enteredAt: now, queuedAt: now, exitsTaken: 0, askedInVain: [] };
  }

  get call(): WaitingCall {
    return this.#call;
  }

  begin(): void {
    this.#world.timetable.after(this.#drawPatience(), () => this.#abandon());
    this.#world.dispatch.join(this);
    this.#enter();
  }

  readonly consider = (): void => {
    if (!this.#isWaiting()) return;
    const { outcome, trace } = this.#world.dispatch.decideWaiting(this, this.#isNews);
    this.#isNews = false;
    switch (outcome.kind) {
      case "offer":
        this.#ring(this.#world.floor.seatOf(outcome.agentId), outcome.ringTimeoutSeconds);
        return;
      case "overflow":
        this.#overflowTo(outcome.skillGroupId, trace.exit);
        return;
      case "callback":
        this.#callBack();
        return;
      case "hangUp":
        this.#end();
        this.script.tell({ type: "queueLeft", reason: "timed_out" });
        this.script.tell({ type: "callEnded", cause: "message_played" });
        this.script.close();
        return;
      case "wait":
        this.#waitOn();
    }
  };

  #group(): SeedSkillGroup {
    return this.#world.groupOf(this.#call.skillGroupId);
  }

  #enter(): void {
    const { skillGroupId, serviceLevelSeconds, shortAbandonSeconds } = this.#group();
    this.script.tell({
      type: "queueEntered",
      skillGroupId,
      priority: priorityOf(this.#call, this.#world.timetable.now),
      serviceLevelSeconds,
      shortAbandonSeconds,
      ruleSetVersion: RULE_SET_VERSION,
    });
    this.#isNews = true;
    this.consider();
  }

  #drawPatience(): number {
    const { chance } = this.#world;
    if (chance.happens(WRONG_NUMBER)) return 1 + 5 * chance.fraction();
    return chance.logNormal(this.#group().patienceMedian, 0.8);
  }

  #ring(seat: Seat, timeoutSeconds: number): void {
    const { agentId } = seat.agent;
    const { chance, timetable, dispatch } = this.#world;
    dispatch.quit(this);
    this.#ringing = seat;
    seat.turn("ringing");
    this.script.tell({ type: "agentOffered", agentId });
    if (chance.happens(MISSES)) {
      timetable.after(timeoutSeconds, () => this.#lapse(seat, "offerMissed"));
    } else if (chance.happens(REJECTS)) {
      timetable.after(chance.logNormal(4, 0.3), () => this.#lapse(seat, "offerRejected"));
    } else {
      timetable.after(chance.logNormal(3.5, 0.4), () => this.#answer(seat));
    }
  }

  #lapse(seat: Seat, type: "offerMissed" | "offerRejected"): void {
    if (this.#isOver || this.#ringing !== seat) return;
    const { floor, timetable, dispatch } = this.#world;
    const { agentId } = seat.agent;
    this.#ringing = null;
    this.script.tell({ type, agentId });
    this.#call = { ...this.#call, askedInVain: [...this.#call.askedInVain, agentId] };
    dispatch.join(this);
    if (this.#parks()) {
      floor.park(seat);
      timetable.after(PARKED_AFTER_MISS_SECONDS, () => floor.release(seat));
    } else floor.release(seat);
    this.consider();
  }

  #parks(): boolean {
    const { allocationRules } = this.#world.dispatch.ruleSet;
    const rule = allocationRules.find(({ skillGroupId }) => skillGroupId === this.#call.skillGroupId);
    return rule?.afterNoAnswer === "park";
  }

  #answer(seat: Seat): void {
    if (this.#isOver) return;
    this.#isOver = true;
    seat.turn("on_call");
    this.script.tell({ type: "agentAnswered", agentId: seat.agent.agentId });
    converse(this.#world, this.script, { seat, group: this.#group(), mayTransfer: true });
  }

  #abandon(): void {
    if (this.#isOver) return;
    const seat = this.#ringing;
    this.#end();
    this.script.tell({ type: "callerHungUp" });
    this.script.close();
    if (seat !== null) this.#world.floor.release(seat);
  }

  #overflowTo(skillGroupId: SkillGroupId, exit: Exit | null): void {
    this.script.tell({ type: "queueLeft", reason: "overflowed" });
    const exitsTaken = this.#call.exitsTaken + (exit?.because === "step" ? 1 : 0);
    this.#call = { ...this.#call, skillGroupId, queuedAt: this.#world.timetable.now, exitsTaken };
    this.#enter();
  }

  #waitOn(): void {
    const { timetable, dispatch } = this.#world;
    const wait = waitSecondsOf(this.#call, timetable.now);
    const taken = stepsBetween(this.#call.treatment, this.#stepsTakenUntil, wait);
    this.#stepsTakenUntil = wait;
    if (taken.some(({ kind }) => kind === "offerCallback") && this.#wantsCallback()) {
      this.script.tell({ type: "ivrKeyPressed", node: "callback", key: "*" });
      this.#callBack();
      return;
    }
    const at = dispatch.nextLook(this.#call);
    if (at === null || at === this.#looksAt) return;
    this.#looksAt = at;
    timetable.at(at, this.consider);
  }

  #wantsCallback(): boolean {
    return this.script.customer.number !== null && this.#world.chance.happens(WANTS_CALLBACK);
  }

  #callBack(): void {
    const { chance, timetable } = this.#world;
    this.#end();
    this.script.tell({ type: "queueLeft", reason: "callback_requested" });
    timetable.after(chance.logNormal(5, 0.3), () => {
      this.script.tell({ type: "callerHungUp" });
      this.script.close();
    });
    callBackLater(this.#world, this.script.customer, this.#group());
  }

  #isWaiting(): boolean {
    return !this.#isOver && this.#ringing === null;
  }

  #end(): void {
    this.#isOver = true;
    this.#ringing = null;
    this.#world.dispatch.quit(this);
  }
}

/** A caller waits in a group's queue. */
export function joinQueue(world: World, script: Script, entry: QueueEntry): void {
  new Wait(world, script, entry).begin();
}

/** A caller comes out of the menu, and the rules say where to. */
export function routeCall(world: World, script: Script): void {
  const { facts, outcome, trace } = world.dispatch.decideArrival(script);
  if (outcome.kind === "enter") {
    const rule = world.dispatch.ruleSet.queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);
    if (rule === undefined) throw new RangeError(`no rule ${outcome.ruleId}`);
    joinQueue(world, script, { facts, treatment: rule.treatment, skillGroupId: outcome.skillGroupId });
    return;
  }
  const kept = trace.groups.at(-1);
  world.timetable.after(world.chance.logNormal(9, 0.3), () => {
    script.tell({ type: "callEnded", cause: kept?.obstacle === "full" ? "queue_full" : "closed" });
    script.close();
  });
  if (outcome.kind === "callback" && kept !== undefined) {
    callBackLater(world, script.customer, world.groupOf(kept.skillGroupId));
  }
}
