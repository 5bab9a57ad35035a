import { factsOf } from "@/drizzle/seed/call-facts";
import type { Floor } from "@/drizzle/seed/floor";
import type { Script } from "@/drizzle/seed/script";
import type { Seat } from "@/drizzle/seed/seat";
import type { Timetable } from "@/drizzle/seed/timetable";
import type { Instant } from "@/server/domain/instant";
import type { Asked } from "@/server/domain/routing/asked";
import { decideArrival, decideFor, decideWaiting, settingsOf } from "@/server/domain/routing/decide";
import type { Floor as KnownFloor, WaitingCall } from "@/server/domain/routing/floor";
import type { RuleSet } from "@/server/domain/routing/rule";
import { allocationRulesOf, next, type Terms } from "@/server/domain/routing/standing";
import { decideAndKeep } from "@/server/domain/routing/stored-decision";

/** The version that the demo's first rules are published as. */
export const RULE_SET_VERSION = 1;

/** A caller in line. */
interface Waiting {
  readonly script: Script;
  readonly call: WaitingCall;
  /** Finds out what becomes of the caller now. */
  readonly consider: () => void;
}

interface Desk {
  readonly timetable: Timetable;
  readonly floor: Floor;
  readonly ruleSet: RuleSet;
  /** Decisions made before are forgotten. */
  readonly keptFrom: Instant;
}

interface Moment {
  readonly floor: KnownFloor;
  readonly now: Instant;
}

/** Everybody who waits, and what the rules decide for them. Each decision is kept with its call. */
export class Dispatch {
  readonly #desk: Desk;
  readonly #terms: Terms;
  readonly #line: Waiting[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#terms = {
      rules: allocationRulesOf(desk.ruleSet.allocationRules),
      settings: settingsOf(desk.floor.look([])),
    };
  }

  get ruleSet(): RuleSet {
    return this.#desk.ruleSet;
  }

  join(waiting: Waiting): void {
    this.#line.push(waiting);
  }

  quit(waiting: Waiting): void {
    const place = this.#line.indexOf(waiting);
    if (place >= 0) this.#line.splice(place, 1);
  }

  decideArrival(script: Script) {
    const facts = factsOf(script);
    const moment = this.#moment();
    this.#keep(script, { kind: "arrival", facts }, moment);
    return { facts, ...decideArrival(this.ruleSet, { facts }, moment) };
  }

  /** Of those that only let the caller wait on, a decision is kept where `isNews`. */
  decideWaiting({ script, call }: Waiting, isNews: boolean) {
    const moment = this.#moment();
    const decision = decideWaiting(this.ruleSet, call, moment);
    if (isNews || decision.outcome.kind !== "wait") this.#keep(script, { kind: "waiting", call }, moment);
    return decision;
  }

  /** An agent has become free and gets the call that the rules give them, if any. */
  serve(seat: Seat): void {
    while (seat.isFree) {
      const agent = seat.look();
      const moment = this.#moment();
      const { outcome } = decideFor(this.ruleSet, agent, moment);
      const chosen = this.#line.find(({ call }) => call.callId === outcome);
      if (chosen === undefined) return;
      this.#keep(chosen.script, { kind: "choice", agent }, moment);
      chosen.consider();
    }
  }

  /** When waiting alone may change what becomes of a caller. */
  nextLook(call: WaitingCall): Instant | null {
    return next(call, this.#terms, this.#desk.timetable.now);
  }

  #moment(): Moment {
    const { floor, timetable } = this.#desk;
    return { floor: floor.look(this.#line.map(({ call }) => call)), now: timetable.now };
  }

  #keep(script: Script, question: Asked, moment: Moment): void {
    const { ruleSet, keptFrom } = this.#desk;
    if (moment.now < keptFrom) return;
    const version = { ruleSet, ruleSetVersion: RULE_SET_VERSION };
    script.decisions.push(decideAndKeep(question, version, moment));
  }
}
