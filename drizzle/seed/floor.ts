import type { SeedAgent, SeedSkillGroup } from "@/drizzle/seed/staff";
import type { Timetable } from "@/drizzle/seed/timetable";
import type { Instant } from "@/server/domain/instant";

/** An agent's place at the hotline: away, free, or busy with one call and no other. */
export interface Seat {
  readonly agent: SeedAgent;
  state: "away" | "free" | "busy";
  freeSince: Instant;
  /** Goes away once the call and its wrap-up are done. */
  isLeaving: boolean;
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
    this.#seats = agents.map((agent) => ({ agent, state: "away", freeSince: 0, isLeaving: false }));
  }

  seats(): readonly Seat[] {
    return this.#seats;
  }

  come(seat: Seat): void {
    seat.isLeaving = false;
    if (seat.state === "away") this.#free(seat);
  }

  leave(seat: Seat): void {
    if (seat.state === "busy") seat.isLeaving = true;
    else seat.state = "away";
  }

  release(seat: Seat): void {
    if (seat.isLeaving) {
      seat.isLeaving = false;
      seat.state = "away";
    } else {
      this.#free(seat);
    }
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

  #free(seat: Seat): void {
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
