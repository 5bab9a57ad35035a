import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { CallId, UserId } from "@/server/domain/identifiers";
import type { DraftId } from "@/server/domain/routing/versions/draft";

const personId = () =>
  uuid()
    .$type<UserId>()
    .notNull()
    .references(() => users.userId);

/**
 * A published rule set. By trigger nothing of it ever changes but the end of its time, and by constraint one
 * is live at any instant. One that ends as it begins was called off before it came to be.
 */
export const ruleSetVersions = pgTable("rule_set_version", {
  number: integer().primaryKey(),
  ruleSet: jsonb().$type<unknown>().notNull(),
  examples: jsonb().$type<unknown>().notNull(),
  comment: text().notNull(),
  authorId: personId(),
  publishedAt: instant().notNull(),
  effectiveFrom: instant().notNull(),
  effectiveUntil: instant(),
});

export const ruleSetDrafts = pgTable("rule_set_draft", {
  draftId: uuid().$type<DraftId>().primaryKey(),
  name: text().notNull(),
  /** The version that it began as; null for one that began by itself. */
  basedOn: integer().references(() => ruleSetVersions.number),
  ruleSet: jsonb().$type<unknown>().notNull(),
  examples: jsonb().$type<unknown>().notNull(),
  /** Counts up with each change; a change names the revision it was made to. */
  revision: integer().notNull(),
  createdBy: personId(),
  createdAt: instant().notNull(),
  updatedBy: personId(),
  updatedAt: instant().notNull(),
  discardedAt: instant(),
});

/** How a call was routed, step by step, with all that it was decided from: partitioned like the call itself. */
export const routingDecisions = pgTable(
  "routing_decision",
  {
    callId: uuid().$type<CallId>().notNull(),
    sequence: integer().notNull(),
    at: instant().notNull(),
    kind: text({ enum: ["arrival", "waiting", "choice"] }).notNull(),
    ruleSetVersion: integer().notNull(),
    facts: jsonb().$type<unknown>().notNull(),
    outcome: jsonb().$type<unknown>(),
    trace: jsonb().$type<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.callId, table.sequence] }),
    index("routing_decision_version_index").on(table.ruleSetVersion),
  ],
);
