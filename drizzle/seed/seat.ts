import type { SeedAgent } from "@/drizzle/seed/staff";
import type { Timetable } from "@/drizzle/seed/timetable";
import type { Instant } from "@/server/domain/instant";
import { isFreeIdle, type PresenceStatus, type SystemState } from "@/server/domain/presence/presence";
import type { AgentOnFloor } from "@/server/domain/routing/floor";

export type Away = Extract<PresenceStatus, "short_break" | "offline">;

/** An agent's place at the hotline: away, free, or busy with one call and no other. */
export class Seat {
  readonly agent: SeedAgent;
  readonly chosen: { readonly at: Instant; readonly status: PresenceStatus }[];
  /** What the agent will be once the call and its wrap-up are done; null if they stay. */
  leavingFor: Away | null = null;
  readonly #timetable: Timetable;
  readonly #memberships: AgentOnFloor["memberships"];
  #status: PresenceStatus = "offline";
  #state: SystemState = "free";
  #since: Instant;
  #lastOfferedAt: Instant | null = null;
  #today = { calls: 0, busyMs: 0, freeMs: 0 };

  constructor(timetable: Timetable, agent: SeedAgent) {
    this.#timetable = timetable;
    this.agent = agent;
    this.chosen = [{ at: timetable.now, status: "offline" }];
    this.#since = timetable.now;
    this.#memberships = agent.skills.map(({ group, proficiency }) => ({
      skillGroupId: group.skillGroupId,
      proficiency,
    }));
  }

  get isFree(): boolean {
    return isFreeIdle({ status: this.#status, state: this.#state });
  }

  get isAway(): boolean {
    return this.#status === "short_break" || this.#status === "offline";
  }

  get since(): Instant {
    return this.#since;
  }

  beginDay(): void {
    this.#today = { calls: 0, busyMs: 0, freeMs: 0 };
  }

  choose(status: PresenceStatus): void {
    if (this.#status === status) return;
    this.#count();
    this.#status = status;
    this.chosen.push({ at: this.#timetable.now, status });
  }

  turn(state: SystemState): void {
    this.#count();
    this.#state = state;
    if (state === "ringing") this.#lastOfferedAt = this.#timetable.now;
    if (state === "on_call") this.#today.calls += 1;
  }

  /** The agent as rules see them. */
  look(): AgentOnFloor {
    const { calls, busyMs, freeMs } = this.#today;
    return {
      agentId: this.agent.agentId,
      status: this.#status,
      state: this.#state,
      idleSince: this.isFree ? this.#since : null,
      memberships: this.#memberships,
      callsToday: calls,
      occupancy: busyMs === 0 ? 0 : busyMs / (busyMs + freeMs),
      lastOfferedAt: this.#lastOfferedAt,
    };
  }

  #count(): void {
    const { now } = this.#timetable;
    if (this.#state !== "free") this.#today.busyMs += now - this.#since;
    else if (this.isFree) this.#today.freeMs += now - this.#since;
    this.#since = now;
  }
}
