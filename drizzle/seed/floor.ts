import type { Attendance } from "@/drizzle/seed/presence";
import type { SeedAgent, SeedSkillGroup } from "@/drizzle/seed/staff";
import type { Timetable } from "@/drizzle/seed/timetable";
import type { Instant } from "@/server/domain/instant";
import type { PresenceStatus } from "@/server/domain/presence/presence";

type Away = Extract<PresenceStatus, "short_break" | "offline">;

/** An agent's place at the hotline: away, free, or busy with one call and no other. */
export interface Seat {
  readonly agent: SeedAgent;
  state: "away" | "free" | "busy";
  freeSince: Instant;
  /** What the agent will be once the call and its wrap-up are done; null if they stay. */
  leavingFor: Away | null;
  readonly chosen: { readonly at: Instant; readonly status: PresenceStatus }[];
}

export interface Waiting {
  readonly group: SeedSkillGroup;
  readonly priority: number;
  readonly enteredAt: Instant;
  /** The seat is already taken for this caller. */
  readonly offer: (seat: Seat) => void;
}

/** Seats and queues. A caller goes to the best free agent of the group, an agent to the caller first in line. */
export class Floor {
  readonly #timetable: Timetable;
  readonly #seats: readonly Seat[];
  readonly #queue: Waiting[] = [];

  constructor(timetable: Timetable, agents: readonly SeedAgent[]) {
    this.#timetable = timetable;
    this.#seats = agents.map((agent) => ({
      agent,
      state: "away",
      freeSince: 0,
      leavingFor: null,
      chosen: [{ at: timetable.now, status: "offline" }],
    }));
  }

  seats(): readonly Seat[] {
    return this.#seats;
  }

  attendance(): Attendance[] {
    return this.#seats.map(({ agent: { agentId }, chosen }) => ({ agentId, chosen }));
  }

  come(seat: Seat): void {
    seat.leavingFor = null;
    if (seat.state === "away") this.#free(seat);
  }

  leave(seat: Seat, away: Away): void {
    if (seat.state === "busy") seat.leavingFor = away;
    else this.#goAway(seat, away);
  }

  /** Gets no offers until released: what happens to an agent who let one lapse. */
  park(seat: Seat): void {
    this.#choose(seat, "busy");
  }

  release(seat: Seat): void {
    if (seat.leavingFor === null) this.#free(seat);
    else this.#goAway(seat, seat.leavingFor);
  }

  isStaffed(group: SeedSkillGroup): boolean {
    return this.#seats.some((seat) => seat.state !== "away" && proficiencyOf(seat, group) > 0);
  }

  countWaiting(group: SeedSkillGroup): number {
    return this.#queue.filter((waiting) => waiting.group === group).length;
  }

  /** Takes a free agent for something else than a queue, if at least `spare` others stay free. */
  borrow(group: SeedSkillGroup, spare: number): Seat | null {
    const free = this.#freeSeatsOf(group);
    const [best] = free;
    if (best === undefined || free.length <= spare) return null;
    best.state = "busy";
    return best;
  }

  join(waiting: Waiting): void {
    const place = this.#queue.findIndex((other) => isBefore(waiting, other));
    this.#queue.splice(place < 0 ? this.#queue.length : place, 0, waiting);
    this.#match();
  }

  quit(waiting: Waiting): void {
    const place = this.#queue.indexOf(waiting);
    if (place >= 0) this.#queue.splice(place, 1);
  }

  #goAway(seat: Seat, away: Away): void {
    seat.leavingFor = null;
    seat.state = "away";
    this.#choose(seat, away);
  }

  #choose({ chosen }: Seat, status: PresenceStatus): void {
    if (chosen.at(-1)?.status !== status) chosen.push({ at: this.#timetable.now, status });
  }

  #free(seat: Seat): void {
    this.#choose(seat, "idle");
    seat.state = "free";
    seat.freeSince = this.#timetable.now;
    this.#match();
  }

  #match(): void {
    for (const waiting of [...this.#queue]) {
      const [seat] = this.#freeSeatsOf(waiting.group);
      if (seat === undefined) continue;
      seat.state = "busy";
      this.quit(waiting);
      waiting.offer(seat);
    }
  }

  /** The most proficient first, then the longest free. */
  #freeSeatsOf(group: SeedSkillGroup): Seat[] {
    return this.#seats
      .filter((seat) => seat.state === "free" && proficiencyOf(seat, group) > 0)
      .toSorted((a, b) => proficiencyOf(b, group) - proficiencyOf(a, group) || a.freeSince - b.freeSince);
  }
}

function proficiencyOf({ agent }: Seat, group: SeedSkillGroup): number {
  return agent.skills.find((skill) => skill.group === group)?.proficiency ?? 0;
}

function isBefore(one: Waiting, other: Waiting): boolean {
  return (
    one.priority > other.priority || (one.priority === other.priority && one.enteredAt < other.enteredAt)
  );
}
