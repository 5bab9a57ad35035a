import type { CallEvent } from "@/server/domain/calls/event";
import type { FoldedCall, KeyPress, Leg, QueueVisit } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import { type CopyTarget, copyInstant, copyText } from "@/server/store/copy";

// The rows of a call as COPY text: every way into these tables goes through here, so that what is
// imported, recorded live and rebuilt is written alike.

export const EVENT_ROWS: CopyTarget = {
  table: "call_event",
  columns: ["call_id", "source_id", "type", "at", "data", "raw"],
};

/** The tables that are folded from the events. */
export const FOLDED_TABLES = ["call", "queue_visit", "leg", "key_press"] as const;
export type FoldedTable = (typeof FOLDED_TABLES)[number];

export const FOLDED_COLUMNS: Readonly<Record<FoldedTable, readonly string[]>> = {
  call: [
    ...["call_id", "direction", "outcome", "started_at", "ended_at", "ended_by", "customer_number"],
    ...["customer_name", "customer_ref", "line_number", "country", "province", "city", "verification"],
    ...["answered_at", "ivr_ms", "wait_ms", "talk_ms", "hold_ms", "wrap_up_ms", "handle_ms"],
    ...["skill_group_id", "agent_id", "visit_count", "offer_count", "transfer_count", "key_track"],
    ...["exit_node", "survey_score", "skill_group_ids", "agent_ids"],
  ],
  queue_visit: [
    ...["call_id", "ordinal", "skill_group_id", "entered_at", "left_at", "wait_ms", "outcome", "exit"],
    ...["answered_by", "priority", "service_level_seconds", "short_abandon_seconds", "rule_set_version"],
  ],
  leg: [
    ...["call_id", "ordinal", "kind", "agent_id", "visit_ordinal", "skill_group_id", "offered_at"],
    ...["answered_at", "ended_at", "outcome", "end", "ring_ms", "talk_ms", "hold_ms"],
    ...["wrap_up_started_at", "wrap_up_ended_at", "wrap_up_ms"],
  ],
  key_press: ["call_id", "ordinal", "node", "key", "at"],
};

export function eventRows(callId: CallId, events: readonly CallEvent[]): string {
  return events.map((event) => eventRow(callId, event)).join("");
}

function eventRow(callId: CallId, event: CallEvent): string {
  const { sourceId, type, at, raw, ...data } = event;
  return row([
    callId,
    copyText(sourceId),
    type,
    copyInstant(at),
    copyText(JSON.stringify(data)),
    copyText(raw ?? null),
  ]);
}

/** The rows that a folded call has in each table. */
export const FOLDED_ROWS: Readonly<Record<FoldedTable, (callId: CallId, folded: FoldedCall) => string>> = {
  call: callRow,
  queue_visit: (callId, { visits }) => visits.map((visit) => visitRow(callId, visit)).join(""),
  leg: (callId, { legs }) => legs.map((leg) => legRow(callId, leg)).join(""),
  key_press: (callId, { keys }) => keys.map((key) => keyRow(callId, key)).join(""),
};

function row(values: readonly string[]): string {
  return `${values.join("\t")}\n`;
}

function callRow(callId: CallId, { call, visits, legs }: FoldedCall): string {
  return row([
    callId,
    call.direction,
    call.outcome,
    copyInstant(call.startedAt),
    copyInstant(call.endedAt),
    copyText(call.endedBy),
    copyText(call.customerNumber),
    copyText(call.customerName),
    copyText(call.customerRef),
    copyText(call.lineNumber),
    copyText(call.country),
    copyText(call.province),
    copyText(call.city),
    copyText(call.verification),
    copyInstant(call.answeredAt),
    copyText(call.ivrMs),
    copyText(call.waitMs),
    copyText(call.talkMs),
    copyText(call.holdMs),
    copyText(call.wrapUpMs),
    copyText(call.handleMs),
    copyText(call.skillGroupId),
    copyText(call.agentId),
    copyText(call.visitCount),
    copyText(call.offerCount),
    copyText(call.transferCount),
    copyText(call.keyTrack),
    copyText(call.exitNode),
    copyText(call.surveyScore),
    copyIds(visits.map((visit) => visit.skillGroupId)),
    copyIds(legs.map((leg) => leg.agentId)),
  ]);
}

function visitRow(callId: CallId, visit: QueueVisit): string {
  return row([
    callId,
    copyText(visit.ordinal),
    visit.skillGroupId,
    copyInstant(visit.enteredAt),
    copyInstant(visit.leftAt),
    copyText(visit.waitMs),
    visit.outcome,
    copyText(visit.exit),
    copyText(visit.answeredBy),
    copyText(visit.priority),
    copyText(visit.serviceLevelSeconds),
    copyText(visit.shortAbandonSeconds),
    copyText(visit.ruleSetVersion),
  ]);
}

function legRow(callId: CallId, leg: Leg): string {
  return row([
    callId,
    copyText(leg.ordinal),
    leg.kind,
    leg.agentId,
    copyText(leg.visitOrdinal),
    copyText(leg.skillGroupId),
    copyInstant(leg.offeredAt),
    copyInstant(leg.answeredAt),
    copyInstant(leg.endedAt),
    leg.outcome,
    copyText(leg.end),
    copyText(leg.ringMs),
    copyText(leg.talkMs),
    copyText(leg.holdMs),
    copyInstant(leg.wrapUpStartedAt),
    copyInstant(leg.wrapUpEndedAt),
    copyText(leg.wrapUpMs),
  ]);
}

function keyRow(callId: CallId, key: KeyPress): string {
  return row([callId, copyText(key.ordinal), copyText(key.node), copyText(key.key), copyInstant(key.at)]);
}

/** Each id once, as an array of PostgreSQL. */
function copyIds(ids: readonly string[]): string {
  return `{${[...new Set(ids)].join(",")}}`;
}
