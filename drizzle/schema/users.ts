import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "@/drizzle/schema/columns";
import type { SessionId, UserId } from "@/server/domain/identifiers";
import type { Role } from "@/server/domain/people/role";

/** A person. Without an e-mail and a password (or single sign-on) they appear in records but cannot sign in. */
export const users = pgTable(
  "app_user",
  {
    userId: uuid().$type<UserId>().primaryKey(),
    name: text().notNull(),
    email: text(),
    passwordHash: text(),
    /** Somebody else knows the password: its owner has to choose another before anything else. */
    mustChangePassword: boolean().notNull().default(false),
    /** Until when such a password opens the door. */
    passwordExpiresAt: instant(),
    role: text().$type<Role>().notNull(),
    locale: text({ enum: ["en", "zh-CN"] }),
    timeZone: text(),
    theme: text({ enum: ["light", "dark", "system"] }),
    createdAt: instant().notNull(),
    deactivatedAt: instant(),
  },
  (table) => [
    uniqueIndex("app_user_email_key").on(sql`lower(${table.email})`),
    check(
      "app_user_password_expiry_check",
      sql`${table.passwordExpiresAt} is null or ${table.mustChangePassword}`,
    ),
  ],
);

/** The names under which a provider's records speak of an agent. */
export const agentAliases = pgTable(
  "agent_alias",
  {
    provider: text().notNull(),
    name: text().notNull(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.userId),
  },
  (table) => [primaryKey({ columns: [table.provider, table.name] })],
);

/** One sign-in; its id travels in the signed cookie, its row decides whether that still counts. */
export const authSessions = pgTable(
  "auth_session",
  {
    sessionId: uuid().$type<SessionId>().primaryKey(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.userId),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    userAgent: text(),
    /** Opened by an identity provider: no password was typed, so none has to be changed. */
    isSingleSignOn: boolean().notNull().default(false),
  },
  (table) => [index("auth_session_user_index").on(table.userId)],
);

/** How often a sign-in failed for an account or from an address; keys are digests, columns are rate-limiter-flexible's. */
export const signInFailures = pgTable("sign_in_failure", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
