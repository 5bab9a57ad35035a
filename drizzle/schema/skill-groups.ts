import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";

export const skillGroups = pgTable(
  "skill_group",
  {
    skillGroupId: uuid().$type<SkillGroupId>().primaryKey(),
    name: text().notNull(),
    serviceLevelSeconds: integer().notNull().default(20),
    /** So many of a hundred visits are meant to be answered within `serviceLevelSeconds`. */
    serviceTargetPercent: smallint().notNull().default(80),
    shortAbandonSeconds: integer().notNull().default(5),
    ringTimeoutSeconds: smallint().notNull().default(20),
    wrapUpSeconds: smallint().notNull().default(30),
    longestWaitSeconds: integer(),
    queueMax: integer(),
    /** Null for a group that never closes. */
    hours: jsonb().$type<OpeningHours>(),
    /** Grows with every change of the members: whoever saves them says which they began from. */
    membersRevision: integer().notNull().default(0),
    createdAt: instant().notNull(),
    archivedAt: instant(),
  },
  (table) => [uniqueIndex("skill_group_name_key").on(sql`lower(btrim(${table.name}))`)],
);

/** The names under which a provider's records speak of a queue. */
export const skillGroupAliases = pgTable(
  "skill_group_alias",
  {
    provider: text().notNull(),
    name: text().notNull(),
    skillGroupId: uuid()
      .$type<SkillGroupId>()
      .notNull()
      .references(() => skillGroups.skillGroupId),
  },
  (table) => [primaryKey({ columns: [table.provider, table.name] })],
);

export const skillGroupMembers = pgTable(
  "skill_group_member",
  {
    skillGroupId: uuid()
      .$type<SkillGroupId>()
      .notNull()
      .references(() => skillGroups.skillGroupId),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.userId),
    /** 1 (lowest) to 5 (highest). */
    proficiency: smallint().notNull(),
  },
  (table) => [primaryKey({ columns: [table.skillGroupId, table.userId] })],
);
