import type { Chance } from "@/drizzle/seed/chance";
import type { Customer } from "@/drizzle/seed/customers";
import type { Floor } from "@/drizzle/seed/floor";
import type { SeedSkillGroup, Staff } from "@/drizzle/seed/staff";
import type { Timetable } from "@/drizzle/seed/timetable";
import type { CallEvent } from "@/server/domain/calls/event";

/** What all parts of the simulation share. */
export interface World {
  readonly chance: Chance;
  readonly timetable: Timetable;
  readonly floor: Floor;
  readonly staff: Staff;
  /** Opens the record of a new call. */
  readonly open: (customer: Customer) => Script;
  /** Sends a caller to a group's queue. */
  readonly enqueue: (script: Script, entry: QueueEntry) => void;
}

export interface QueueEntry {
  readonly group: SeedSkillGroup;
  readonly priority: number;
}

type Told<Event> = Event extends CallEvent ? Omit<Event, "sourceId" | "at" | "raw"> : never;

/** The record of one simulated call, written as it happens. */
export class Script {
  readonly events: CallEvent[] = [];
  readonly customer: Customer;
  readonly #timetable: Timetable;
  #open = 1;

  constructor(timetable: Timetable, customer: Customer) {
    this.#timetable = timetable;
    this.customer = customer;
  }

  tell(event: Told<CallEvent>): void {
    this.events.push({ ...event, sourceId: String(this.events.length + 1), at: this.#timetable.now });
  }

  /** An agent still has work with the call. */
  keepOpen(): void {
    this.#open += 1;
  }

  /** The customer has gone, or an agent's work is done. */
  close(): void {
    this.#open -= 1;
  }

  get isComplete(): boolean {
    return this.#open === 0;
  }
}

export function groupNamed({ groups }: Staff, name: string): SeedSkillGroup {
  const group = groups.find((known) => known.name === name);
  if (group === undefined) throw new RangeError(`no skill group ${name}`);
  return group;
}

/** Who calls or is called, and on which line. The province and city are found when the call is written. */
export function partyOf({ number, name, ref }: Customer) {
  return {
    customerNumber: number,
    customerName: name,
    customerRef: ref,
    lineNumber: "4008201122",
    place: null,
  };
}
