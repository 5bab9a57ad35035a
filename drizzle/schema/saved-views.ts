import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { SavedViewId, UserId } from "@/server/domain/identifiers";

/** A page's URL state under a name, for oneself or for everybody. */
export const savedViews = pgTable(
  "saved_view",
  {
    savedViewId: uuid().$type<SavedViewId>().primaryKey(),
    ownerId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.userId),
    page: text({ enum: ["calls", "dashboards"] }).notNull(),
    name: text().notNull(),
    query: text().notNull(),
    shared: boolean().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index("saved_view_owner_index").on(table.ownerId, table.page)],
);
