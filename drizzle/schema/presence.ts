import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, milliseconds } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { UserId } from "@/server/domain/identifiers";
import type { Grain } from "@/server/domain/metrics/time/period-cover";
import type { PresenceStatus, SystemState } from "@/server/domain/presence/presence";

const agentId = () =>
  uuid()
    .$type<UserId>()
    .notNull()
    .references(() => users.userId);

/**
 * What each agent was, when. The periods of an agent neither overlap (an exclusion constraint, see the
 * migration) nor leave gaps; the last one is open.
 */
export const presencePeriods = pgTable(
  "presence_period",
  {
    agentId: agentId(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    status: text().$type<PresenceStatus>().notNull(),
    state: text().$type<SystemState>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agentId, table.startedAt] }),
    uniqueIndex("presence_period_one_open_per_agent").on(table.agentId).where(sql`${table.endedAt} is null`),
  ],
);

/** How long each agent was free while idle, by hour, day and month of UTC; only periods that have ended. */
export const presenceRollups = pgTable(
  "presence_rollup",
  {
    grain: text().$type<Exclude<Grain, "quarter" | "fourHours">>().notNull(),
    at: instant().notNull(),
    agentId: agentId(),
    freeIdleMs: milliseconds().notNull(),
  },
  (table) => [primaryKey({ columns: [table.grain, table.at, table.agentId] })],
);
