import { daysUntil, drawArrivals, isOpenAt } from "@/drizzle/seed/calendar";
import { Chance } from "@/drizzle/seed/chance";
import { CustomerBook } from "@/drizzle/seed/customers";
import { Floor } from "@/drizzle/seed/floor";
import { receiveCall } from "@/drizzle/seed/inbound";
import { placeCall } from "@/drizzle/seed/outbound";
import type { Attendance } from "@/drizzle/seed/presence";
import { joinQueue } from "@/drizzle/seed/queueing";
import { rosterDay } from "@/drizzle/seed/roster";
import { Script, type World } from "@/drizzle/seed/script";
import { drawStaff, type SeedAgent, type Staff } from "@/drizzle/seed/staff";
import { Timetable } from "@/drizzle/seed/timetable";
import type { CallEvent } from "@/server/domain/calls/event";
import type { Instant } from "@/server/domain/instant";

const CUSTOMERS = 11_000;
const OUTBOUND_SHARE = 0.07;

export interface TrafficPlan {
  readonly seed: number;
  /** Nothing happens after it; a call that would still go on then is left out. */
  readonly now: Instant;
  readonly days: number;
  /** The first of the agents, where one is there already. */
  readonly agent: Pick<SeedAgent, "agentId" | "name"> | null;
}

export interface SeedCall {
  readonly providerCallId: string;
  readonly events: readonly CallEvent[];
}

export interface Traffic {
  readonly staff: Staff;
  /** In order of their start. */
  readonly calls: readonly SeedCall[];
  /** Of each agent, from the first day on. */
  readonly attendance: readonly Attendance[];
}

/**
 * The calls of a hotline with several skill groups over the last days, from one seed: customers arrive
 * by weekday and half hour, wait because all agents of a group are busy, and lose patience; an agent is
 * on one call at a time. The same plan gives the same events.
 */
export function generateTraffic({ seed, now, days, agent }: TrafficPlan): Traffic {
  const chance = new Chance(seed);
  const staff = drawStaff(chance, agent);
  const customers = new CustomerBook(chance, CUSTOMERS);
  const midnights = daysUntil(now, days);
  const timetable = new Timetable(midnights[0] ?? now);
  const scripts: Script[] = [];
  const open: World["open"] = (customer) => {
    const script = new Script(timetable, customer);
    scripts.push(script);
    return script;
  };
  const enqueue: World["enqueue"] = (script, entry) => joinQueue(world, script, entry);
  const world: World = { chance, timetable, staff, floor: new Floor(timetable, staff.agents), open, enqueue };
  for (const midnight of midnights) timetable.at(midnight, () => planDay(world, customers, midnight));
  timetable.runUntil(now);
  const calls = scripts
    .map((script, index) => ({ script, providerCallId: String(index + 1) }))
    .filter(({ script }) => script.isComplete)
    .map(({ script, providerCallId }) => ({ providerCallId, events: script.events }));
  return { staff, calls, attendance: world.floor.attendance() };
}

function planDay(world: World, customers: CustomerBook, midnight: Instant): void {
  const { chance, timetable, staff } = world;
  rosterDay(world, midnight);
  for (const arrival of drawArrivals(chance, midnight)) {
    timetable.at(arrival, () => receiveCall(world, customers.pick(chance)));
    if (!isOpenAt(arrival) || !chance.happens(OUTBOUND_SHARE)) continue;
    timetable.at(arrival + chance.whole(60_000, 1_800_000), () => {
      const group = chance.weighted(staff.groups, ({ share }) => share);
      placeCall(world, customers.pick(chance), group);
    });
  }
}
