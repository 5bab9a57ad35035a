import {
  type AnyPgColumn,
  bigint,
  boolean,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, milliseconds } from "@/drizzle/schema/columns";
import type { RollupDimension } from "@/server/domain/metrics/rollup-dimension";
import type { CellGrain } from "@/server/domain/metrics/time/period-cover";

// Tallies of call records by bucket of time and by one dimension, or group and agent; each row is a cell. Derived:
// kept current in the transaction that changes the records, remade by `npm run rollups -- rebuild`.
// Durations in columns of text are histograms, as server/store/rollups/histogram-text.ts writes them.

const place = {
  dimension: text().$type<RollupDimension>().notNull(),
  grain: text().$type<CellGrain>().notNull(),
  /** The beginning of the bucket, on the clock of UTC. */
  at: instant().notNull(),
  /** What the records have in common, as server/store/rollups/cell-key.ts writes it. */
  key: text().notNull(),
};

const byPlace = (table: Record<keyof typeof place, AnyPgColumn>) => [
  primaryKey({ columns: [table.dimension, table.grain, table.at, table.key] }),
];

export const rollupCalls = pgTable(
  "rollup_call",
  {
    ...place,
    inProgress: integer().notNull(),
    answered: integer().notNull(),
    abandoned: integer().notNull(),
    shortAbandoned: integer().notNull(),
    overflowed: integer().notNull(),
    callback: integer().notNull(),
    leftInIvr: integer().notNull(),
    turnedAway: integer().notNull(),
    notReached: integer().notNull(),
    failed: integer().notNull(),
    phantom: integer().notNull(),
    inIvr: integer().notNull(),
    ivrLeft: integer().notNull(),
    ivrAnswered: integer().notNull(),
    ivrMs: milliseconds().notNull(),
    ivrs: text().notNull(),
  },
  byPlace,
);

export const rollupVisits = pgTable(
  "rollup_visit",
  {
    ...place,
    offered: integer().notNull(),
    answered: integer().notNull(),
    abandoned: integer().notNull(),
    shortAbandoned: integer().notNull(),
    overflowed: integer().notNull(),
    callback: integer().notNull(),
    givenUp: integer().notNull(),
    waiting: integer().notNull(),
    answeredWithin: integer().notNull(),
    abandonedWithin: integer().notNull(),
    shortAbandonedWithin: integer().notNull(),
    overflowedWithin: integer().notNull(),
    callbackWithin: integer().notNull(),
    givenUpWithin: integer().notNull(),
    answeredWaitMs: milliseconds().notNull(),
    abandonedWaitMs: milliseconds().notNull(),
    answeredWaits: text().notNull(),
    abandonedWaits: text().notNull(),
    shortAbandonedWaits: text().notNull(),
    otherWaits: text().notNull(),
  },
  byPlace,
);

export const rollupOffers = pgTable(
  "rollup_offer",
  {
    ...place,
    offered: integer().notNull(),
    answered: integer().notNull(),
    missed: integer().notNull(),
    rejected: integer().notNull(),
    withdrawn: integer().notNull(),
    ringing: integer().notNull(),
    ringMs: milliseconds().notNull(),
    rings: text().notNull(),
  },
  byPlace,
);

export const rollupLegs = pgTable(
  "rollup_leg",
  {
    ...place,
    answered: integer().notNull(),
    finished: integer().notNull(),
    transferred: integer().notNull(),
    short: integer().notNull(),
    ringMs: milliseconds().notNull(),
    talkMs: milliseconds().notNull(),
    holdMs: milliseconds().notNull(),
    wrapUpMs: milliseconds().notNull(),
    handleMs: milliseconds().notNull(),
    talks: text().notNull(),
    holds: text().notNull(),
    wrapUps: text().notNull(),
    handles: text().notNull(),
  },
  byPlace,
);

/** How often the cells of a day on the clock of UTC have changed, so that what is remembered of it can be trusted. */
export const rollupDays = pgTable("rollup_day", {
  at: instant().primaryKey(),
  changes: bigint({ mode: "number" }).notNull(),
});

/** How far the calls are counted into the cells; the one row is always there. */
export const rollupProgress = pgTable("rollup_progress", {
  only: boolean().primaryKey().default(true),
  /** All calls up to this id are; null when what the cells say is not to be relied on. */
  countedThrough: uuid(),
});
