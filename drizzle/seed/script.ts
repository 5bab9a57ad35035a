import type { Customer } from "@/drizzle/seed/customers";
import type { Timetable } from "@/drizzle/seed/timetable";
import { makeCallId } from "@/server/domain/calls/call-id";
import type { CallEvent, Place } from "@/server/domain/calls/event";
import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { StoredDecision } from "@/server/domain/routing/stored-decision";
import { placeNumber } from "@/server/importing/place-of-number";

export const PROVIDER = "demo";

interface Opening {
  readonly providerCallId: string;
  readonly customer: Customer;
  readonly before: Script | null;
}

interface Party {
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly customerRef: string | null;
  readonly lineNumber: string;
  readonly place: Place | null;
}

type Told<Event> = Event extends CallEvent ? Omit<Event, "sourceId" | "at" | "raw"> : never;

/** The record of one simulated call, written as it happens. */
export class Script {
  readonly events: CallEvent[] = [];
  readonly decisions: StoredDecision[] = [];
  readonly providerCallId: string;
  readonly callId: CallId;
  readonly customer: Customer;
  readonly party: Party;
  /** The record of the customer's last call. */
  readonly before: Script | null;
  readonly #timetable: Timetable;
  #open = 1;

  constructor(timetable: Timetable, { providerCallId, customer, before }: Opening) {
    this.#timetable = timetable;
    this.providerCallId = providerCallId;
    this.callId = makeCallId(timetable.now, `${PROVIDER}\0${providerCallId}`);
    this.customer = customer;
    this.party = partyOf(customer);
    this.before = before;
  }

  get now(): Instant {
    return this.#timetable.now;
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

/** Who calls or is called, and on which line. */
function partyOf({ number, name, ref }: Customer): Party {
  return {
    customerNumber: number,
    customerName: name,
    customerRef: ref,
    lineNumber: "4008201122",
    place: number === null ? null : placeNumber(number, "CN").place,
  };
}
