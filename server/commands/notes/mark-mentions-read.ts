import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { NoteId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { markMentionsRead as mark } from "@/server/store/notes/mentions";

/** Marks one's mentions as read, some or all. */
export const markMentionsRead = defineCommand({
  needs: "calls:read",
  input: z.object({ noteIds: z.union([z.array(NoteId).max(200), z.literal("all")]) }),
  async run({ tx, actor, at }, { noteIds }) {
    return done({ marked: await mark(tx, actor.userId, { noteIds, at }) });
  },
});
