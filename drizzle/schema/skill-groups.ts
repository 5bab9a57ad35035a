import { integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";

export const skillGroups = pgTable("skill_group", {
  skillGroupId: uuid().$type<SkillGroupId>().primaryKey(),
  name: text().notNull().unique(),
  serviceLevelSeconds: integer().notNull().default(20),
  /** So many of a hundred visits are meant to be answered within `serviceLevelSeconds`. */
  serviceTargetPercent: smallint().notNull().default(80),
  shortAbandonSeconds: integer().notNull().default(5),
  createdAt: instant().notNull(),
  archivedAt: instant(),
});

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
