import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, words } from "@/drizzle/schema/columns";
import { users } from "@/drizzle/schema/users";
import type { CallId, NoteId, UserId } from "@/server/domain/identifiers";

const personId = () => uuid().$type<UserId>();

export const notes = pgTable(
  "note",
  {
    noteId: uuid().$type<NoteId>().primaryKey(),
    callId: uuid().$type<CallId>().notNull(),
    authorId: personId()
      .notNull()
      .references(() => users.userId),
    body: text().notNull(),
    /** Counts up with each edit; an edit names the revision it started from. */
    revision: integer().notNull(),
    createdAt: instant().notNull(),
    editedAt: instant(),
    pinnedAt: instant(),
    deletedAt: instant(),
    deletedBy: personId().references(() => users.userId),
    /** Who had a part in the call; kept by the database. */
    agentIds: personId().array().notNull().default([]),
    words: words().generatedAlwaysAs(sql`note_words(body)`),
  },
  (table) => [index("note_call_index").on(table.callId)],
);

/** What a note said before an edit. */
export const noteRevisions = pgTable(
  "note_revision",
  {
    noteId: uuid()
      .$type<NoteId>()
      .notNull()
      .references(() => notes.noteId),
    revision: integer().notNull(),
    body: text().notNull(),
    writtenBy: personId()
      .notNull()
      .references(() => users.userId),
    writtenAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.revision] })],
);

export const noteMentions = pgTable(
  "note_mention",
  {
    userId: personId()
      .notNull()
      .references(() => users.userId),
    noteId: uuid()
      .$type<NoteId>()
      .notNull()
      .references(() => notes.noteId),
    mentionedAt: instant().notNull(),
    readAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.noteId] })],
);

/** What a person was writing about a call: one draft each, kept until it is saved or thrown away. */
export const noteDrafts = pgTable(
  "note_draft",
  {
    userId: personId()
      .notNull()
      .references(() => users.userId),
    callId: uuid().$type<CallId>().notNull(),
    body: text().notNull(),
    savedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.callId] })],
);
