import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, milliseconds } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { QueueExit, Verification } from "@/server/domain/calls/event";
import type {
  CallDirection,
  CallOutcome,
  LegEnd,
  LegKind,
  LegOutcome,
  VisitOutcome,
} from "@/server/domain/calls/record";
import type { CallId, ImportId, SkillGroupId, UserId } from "@/server/domain/identifiers";

// The tables keyed by call_id first are range-partitioned by month on it; see the migration and
// server/store/partitions.ts. All but call_event and call_source are folds that `rebuild` remakes.

const callId = () => uuid().$type<CallId>();

/** Which call a provider's record belongs to: what makes a second delivery a duplicate. */
export const callSources = pgTable(
  "call_source",
  {
    provider: text().notNull(),
    providerCallId: text().notNull(),
    callId: callId().notNull().unique(),
    importId: uuid().$type<ImportId>(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerCallId] })],
);

/** Append-only: the truth that everything else about calls is folded from. */
export const callEvents = pgTable(
  "call_event",
  {
    callId: callId().notNull(),
    sourceId: text().notNull(),
    type: text().notNull(),
    at: instant().notNull(),
    /** The event's own fields, without `type`, `at`, `sourceId` and `raw`. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    raw: text(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.sourceId] })],
);

export const calls = pgTable("call", {
  callId: callId().primaryKey(),
  direction: text().$type<CallDirection>().notNull(),
  outcome: text().$type<CallOutcome>().notNull(),
  startedAt: instant().notNull(),
  endedAt: instant(),
  endedBy: text({ enum: ["caller", "agent", "system"] }),
  customerNumber: text(),
  customerName: text(),
  customerRef: text(),
  lineNumber: text(),
  country: text(),
  province: text(),
  city: text(),
  verification: text().$type<Verification>(),
  answeredAt: instant(),
  ivrMs: milliseconds().notNull(),
  waitMs: milliseconds().notNull(),
  talkMs: milliseconds().notNull(),
  holdMs: milliseconds().notNull(),
  wrapUpMs: milliseconds().notNull(),
  handleMs: milliseconds().notNull(),
  skillGroupId: uuid().$type<SkillGroupId>(),
  agentId: uuid().$type<UserId>(),
  visitCount: integer().notNull(),
  offerCount: integer().notNull(),
  transferCount: integer().notNull(),
  keyTrack: text().notNull(),
  exitNode: text(),
  surveyScore: doublePrecision(),
  /** Wait, talk and handle time of the calls that have them: a call that never waited has no wait, not one of zero. */
  waitedMs: milliseconds().generatedAlwaysAs(sql`case when visit_count > 0 then wait_ms end`),
  talkedMs: milliseconds().generatedAlwaysAs(sql`case when answered_at is not null then talk_ms end`),
  handledMs: milliseconds().generatedAlwaysAs(sql`case when answered_at is not null then handle_ms end`),
  /** Every group that was visited and every agent to whom the call was offered: what lists filter by. */
  skillGroupIds: uuid().array().$type<SkillGroupId[]>().notNull().default([]),
  agentIds: uuid().array().$type<UserId[]>().notNull().default([]),
  /** What people did to the record; the database keeps both in step with `note` and `call_deletion`. */
  hasNotes: boolean().notNull().default(false),
  isDeleted: boolean().notNull().default(false),
});

export const queueVisits = pgTable(
  "queue_visit",
  {
    callId: callId().notNull(),
    ordinal: integer().notNull(),
    skillGroupId: uuid().$type<SkillGroupId>().notNull(),
    enteredAt: instant().notNull(),
    leftAt: instant(),
    waitMs: milliseconds(),
    outcome: text().$type<VisitOutcome>().notNull(),
    exit: text().$type<QueueExit>(),
    answeredBy: uuid().$type<UserId>(),
    priority: doublePrecision().notNull(),
    serviceLevelSeconds: doublePrecision().notNull(),
    shortAbandonSeconds: doublePrecision().notNull(),
    ruleSetVersion: integer(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.ordinal] })],
);

export const legs = pgTable(
  "leg",
  {
    callId: callId().notNull(),
    ordinal: integer().notNull(),
    kind: text().$type<LegKind>().notNull(),
    agentId: uuid().$type<UserId>().notNull(),
    visitOrdinal: integer(),
    skillGroupId: uuid().$type<SkillGroupId>(),
    offeredAt: instant().notNull(),
    answeredAt: instant(),
    endedAt: instant(),
    outcome: text().$type<LegOutcome>().notNull(),
    end: text().$type<LegEnd>(),
    ringMs: milliseconds(),
    talkMs: milliseconds(),
    holdMs: milliseconds(),
    wrapUpStartedAt: instant(),
    wrapUpEndedAt: instant(),
    wrapUpMs: milliseconds(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.ordinal] })],
);

export const keyPresses = pgTable(
  "key_press",
  {
    callId: callId().notNull(),
    ordinal: integer().notNull(),
    node: text().notNull(),
    key: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.ordinal] })],
);

/**
 * The legs that occupy an agent right now. It is not partitioned, so that the database itself can
 * refuse a second open leg of an agent and a second open offer of a call.
 */
export const openLegs = pgTable("open_leg", {
  agentId: uuid()
    .$type<UserId>()
    .primaryKey()
    .references(() => users.userId),
  callId: callId().notNull(),
  legOrdinal: integer().notNull(),
  ringing: boolean().notNull(),
});

/** A call record taken out of the lists by a named person; figures still count the call. */
export const callDeletions = pgTable("call_deletion", {
  callId: callId().primaryKey(),
  deletedAt: instant().notNull(),
  deletedBy: uuid()
    .$type<UserId>()
    .notNull()
    .references(() => users.userId),
  reason: text().notNull(),
});
