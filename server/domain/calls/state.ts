import type { CallEvent, TransferTarget, Verification } from "@/server/domain/calls/event";
import type { CallDirection, KeyPress, Leg, QueueVisit } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";

export type Party = Omit<Extract<CallEvent, { type: "callArrived" }>, "type" | "sourceId" | "at" | "raw">;

/** What has become of a call so far. Never changed in place. */
export interface Course {
  readonly direction: CallDirection;
  readonly party: Party;
  readonly startedAt: Instant;
  /** The latest instant heard of: nothing is ever reckoned to an earlier one. */
  readonly latestAt: Instant;
  readonly verification: Verification | null;
  readonly ivrMs: number;
  /** The IVR node last entered, or last told of by a key. */
  readonly ivrNode: string | null;
  readonly visits: readonly QueueVisit[];
  readonly legs: readonly Leg[];
  readonly keys: readonly KeyPress[];
  readonly scores: readonly number[];
}

export type EndedBy = "caller" | "agent" | "system";
type EndCause = Extract<CallEvent, { type: "callEnded" }>["cause"];

/** How the customer's part ended. `cause` is what the sender said about it, if anything. */
export interface End {
  readonly at: Instant;
  readonly by: EndedBy;
  readonly cause: EndCause | null;
}

interface Begun {
  readonly course: Course;
}

/** A stretch in which an agent may take the customer back from a transfer. */
interface Recallable extends Begun {
  /** The leg that let the customer go, by ordinal. */
  readonly letGoBy: number | null;
}

interface Conversation extends Begun {
  /** The leg that has the customer, by ordinal. */
  readonly leg: number;
  /** Hold of this leg in stretches that are over. */
  readonly heldMs: number;
}

/** The other party of a consultation, conference or transfer. */
type Consulted = { readonly kind: "agent"; readonly leg: number } | { readonly kind: "outside" };

interface States {
  /** Nothing has been heard that begins a call. */
  new: object;
  /** With the hotline but at no station: just arrived, or between the IVR and queues. */
  routing: Recallable;
  inIvr: Begun & { readonly since: Instant };
  /** In the queue of the last visit, no offer open. */
  waiting: Recallable;
  /** In the queue of the last visit, one offer open or (ring-all) several. */
  ringing: Recallable;
  /** An outbound call before the customer answers. */
  dialling: Begun & { readonly leg: number };
  talking: Conversation;
  holding: Conversation & { readonly heldSince: Instant };
  /** The agent speaks to, or tries to reach, a third party; the customer is held, or not while toggling. */
  consulting: Conversation & {
    readonly to: TransferTarget;
    readonly heldSince: Instant | null;
    readonly consulted: Consulted | null;
  };
  conferencing: Conversation & { readonly to: TransferTarget; readonly consulted: Consulted };
  /** Let go by one party and not yet taken by the next. */
  transferring: Recallable & { readonly to: TransferTarget };
  /** Handed to a party outside the hotline. */
  outside: Begun;
  inSurvey: Begun;
  /** The last party hung up: for most senders the end, but the line may go on to a survey or queue. */
  released: Begun & { readonly end: End };
  /** The customer's part is over; wrap-up may go on. */
  ended: Begun & { readonly end: End };
}

export type CallStateKind = keyof States;
export type StateOf<Kind extends CallStateKind> = { [K in Kind]: { readonly kind: K } & States[K] }[Kind];
/** Where a call is in its life: which station has the customer, and the course that led there. */
export type CallState = StateOf<CallStateKind>;
export type BegunState = StateOf<Exclude<CallStateKind, "new">>;
/** The customer is on the line. */
export type LiveState = StateOf<Exclude<CallStateKind, "new" | "released" | "ended">>;
export type ConversationState = StateOf<"talking" | "holding" | "consulting" | "conferencing">;
export type QueueState = StateOf<"waiting" | "ringing">;

export type EventOf<Type extends CallEvent["type"]> = Extract<CallEvent, { type: Type }>;

export const NEW_CALL: StateOf<"new"> = { kind: "new" };
