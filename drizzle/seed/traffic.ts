import { daysUntil, drawArrivals, isOpenAt } from "@/drizzle/seed/calendar";
import { Chance } from "@/drizzle/seed/chance";
import { type Customer, CustomerBook } from "@/drizzle/seed/customers";
import { type DemoRules, drawDemoRules } from "@/drizzle/seed/demo-rules";
import { Dispatch } from "@/drizzle/seed/dispatch";
import { Floor } from "@/drizzle/seed/floor";
import { receiveCall } from "@/drizzle/seed/inbound";
import { placeCall } from "@/drizzle/seed/outbound";
import type { Attendance } from "@/drizzle/seed/presence";
import { joinQueue, routeCall } from "@/drizzle/seed/queueing";
import { rosterDay } from "@/drizzle/seed/roster";
import { Script } from "@/drizzle/seed/script";
import { drawStaff, type SeedAgent, type SeedSkillGroup, type Staff } from "@/drizzle/seed/staff";
import { Timetable } from "@/drizzle/seed/timetable";
import type { World } from "@/drizzle/seed/world";
import type { CallEvent } from "@/server/domain/calls/event";
import type { CallId, SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { StoredDecision } from "@/server/domain/routing/stored-decision";

const CUSTOMERS = 11_000;
const OUTBOUND_SHARE = 0.07;
const DAY_MS = 86_400_000;

export interface TrafficPlan {
  readonly seed: number;
  /** Nothing happens after it; a call that would still go on then is left out. */
  readonly now: Instant;
  readonly days: number;
  /** The first of the agents, where one is there already. */
  readonly agent: Pick<SeedAgent, "agentId" | "name"> | null;
  /** Of how many of the days it is kept how calls were routed. */
  readonly decisionDays: number;
}

export interface SeedCall {
  readonly providerCallId: string;
  readonly callId: CallId;
  readonly events: readonly CallEvent[];
  /** How it was routed; nothing where that was too long ago. */
  readonly decisions: readonly StoredDecision[];
}

export interface Traffic {
  readonly staff: Staff;
  readonly rules: DemoRules;
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
export function generateTraffic({ seed, now, days, agent, decisionDays }: TrafficPlan): Traffic {
  const chance = new Chance(seed);
  const staff = drawStaff(chance, agent);
  const customers = new CustomerBook(chance, CUSTOMERS);
  const midnights = daysUntil(now, days);
  const timetable = new Timetable(midnights[0] ?? now);
  const scripts: Script[] = [];
  const lastScripts = new Map<Customer, Script>();
  const open: World["open"] = (customer) => {
    const providerCallId = String(scripts.length + 1);
    const before = lastScripts.get(customer) ?? null;
    const script = new Script(timetable, { providerCallId, customer, before });
    scripts.push(script);
    if (customer.number !== null) lastScripts.set(customer, script);
    return script;
  };
  const rules = drawDemoRules(new Chance(seed), staff.groups);
  const floor: Floor = new Floor({ timetable, staff, whenFree: (seat) => dispatch.serve(seat) });
  const keptFrom = now - decisionDays * DAY_MS;
  const dispatch = new Dispatch({ timetable, floor, ruleSet: rules.published.ruleSet, keptFrom });
  const enqueue: World["enqueue"] = (script, entry) => joinQueue(world, script, entry);
  const route: World["route"] = (script) => routeCall(world, script);
  const groupOf = (skillGroupId: SkillGroupId) => groupIn(staff, skillGroupId);
  const world: World = { chance, timetable, staff, floor, dispatch, open, groupOf, route, enqueue };
  for (const midnight of midnights) timetable.at(midnight, () => planDay(world, customers, midnight));
  timetable.runUntil(now);
  const calls = scripts
    .filter(({ isComplete }) => isComplete)
    .map(({ providerCallId, callId, events, decisions }) => ({ providerCallId, callId, events, decisions }));
  return { staff, rules, calls, attendance: floor.attendance() };
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

function groupIn({ groups }: Staff, skillGroupId: SkillGroupId): SeedSkillGroup {
  const group = groups.find((known) => known.skillGroupId === skillGroupId);
  if (group === undefined) throw new RangeError(`no skill group ${skillGroupId}`);
  return group;
}
