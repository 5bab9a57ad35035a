import type { Attendance } from "@/drizzle/seed/presence";
import { type Away, Seat } from "@/drizzle/seed/seat";
import type { SeedSkillGroup, Staff } from "@/drizzle/seed/staff";
import type { Timetable } from "@/drizzle/seed/timetable";
import type { UserId } from "@/server/domain/identifiers";
import type { SystemState } from "@/server/domain/presence/presence";
import type { GroupFacts } from "@/server/domain/routing/facts";
import type { GroupOnFloor, Floor as KnownFloor, WaitingCall } from "@/server/domain/routing/floor";
import { GroupSettings } from "@/server/domain/routing/group-settings";

interface Place {
  readonly timetable: Timetable;
  readonly staff: Staff;
  /** What an agent does who has become free. */
  readonly whenFree: (seat: Seat) => void;
}

/** The seats of a hotline, and what its rules can know of them. */
export class Floor {
  readonly #place: Place;
  readonly #seats: readonly Seat[];
  readonly #settings: readonly (readonly [SeedSkillGroup, GroupSettings])[];

  constructor(place: Place) {
    this.#place = place;
    this.#seats = place.staff.agents.map((agent) => new Seat(place.timetable, agent));
    this.#settings = place.staff.groups.map((group) => [group, settingsOf(group)]);
  }

  seats(): readonly Seat[] {
    return this.#seats;
  }

  seatOf(agentId: UserId): Seat {
    const seat = this.#seats.find(({ agent }) => agent.agentId === agentId);
    if (seat === undefined) throw new RangeError(`no seat of ${agentId}`);
    return seat;
  }

  attendance(): Attendance[] {
    return this.#seats.map(({ agent: { agentId }, chosen }) => ({ agentId, chosen }));
  }

  come(seat: Seat): void {
    seat.leavingFor = null;
    if (seat.isAway) this.#free(seat);
  }

  leave(seat: Seat, away: Away): void {
    if (seat.isFree) seat.choose(away);
    else if (!seat.isAway) seat.leavingFor = away;
  }

  /** Gets no offers until released: what happens to an agent who let one lapse. */
  park(seat: Seat): void {
    seat.turn("free");
    seat.choose("busy");
  }

  release(seat: Seat): void {
    seat.turn("free");
    if (seat.leavingFor === null) this.#free(seat);
    else {
      seat.choose(seat.leavingFor);
      seat.leavingFor = null;
    }
  }

  isStaffed(group: SeedSkillGroup): boolean {
    return this.#seats.some((seat) => !seat.isAway && isMember(seat, group));
  }

  /** Takes the longest free agent for something else than a queue, if at least `spare` others stay free. */
  borrow(group: SeedSkillGroup, { spare, as }: { spare: number; as: SystemState }): Seat | null {
    const free = this.#seats.filter((seat) => seat.isFree && isMember(seat, group));
    const [longest] = free.toSorted((a, b) => a.since - b.since);
    if (longest === undefined || free.length <= spare) return null;
    longest.turn(as);
    return longest;
  }

  /** The floor as rules see it, with those who wait. */
  look(waiting: readonly WaitingCall[]): KnownFloor {
    const groups = this.#settings.map(
      ([group, settings]): GroupOnFloor => ({ facts: this.#factsOf(group, waiting), settings }),
    );
    return { groups, agents: this.#seats.map((seat) => seat.look()), waiting: [...waiting] };
  }

  #factsOf(group: SeedSkillGroup, waiting: readonly WaitingCall[]): GroupFacts {
    const { skillGroupId, talkMedian, wrapUpMedian } = group;
    const queued = waiting.filter((call) => call.skillGroupId === skillGroupId);
    const firstAt = Math.min(this.#place.timetable.now, ...queued.map(({ queuedAt }) => queuedAt));
    const members = this.#seats.filter((seat) => isMember(seat, group));
    const agentsFree = members.filter(({ isFree }) => isFree).length;
    const agentsStaffed = members.filter(({ isAway }) => !isAway).length;
    const workSeconds = (queued.length + 1) * (talkMedian + wrapUpMedian);
    const isBusy = agentsFree === 0 && agentsStaffed > 0;
    return {
      skillGroupId,
      callersWaiting: queued.length,
      longestWaitSeconds: Math.floor((this.#place.timetable.now - firstAt) / 1000),
      agentsFree,
      agentsStaffed,
      estimatedWaitSeconds: isBusy ? Math.round(workSeconds / agentsStaffed) : 0,
    };
  }

  #free(seat: Seat): void {
    seat.choose("idle");
    this.#place.whenFree(seat);
  }
}

function settingsOf(group: SeedSkillGroup): GroupSettings {
  return GroupSettings.strip().parse(group);
}

function isMember({ agent }: Seat, group: SeedSkillGroup): boolean {
  return agent.skills.some((skill) => skill.group === group);
}
