import { z } from "zod";
import { unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { markMentionsRead } from "@/server/commands/notes/mark-mentions-read";
import { NoteId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { maskNumber } from "@/server/domain/people/mask-number";
import { callScopeOf, type Viewer } from "@/server/domain/people/viewer";
import { countUnreadMentions, findMentions } from "@/server/store/notes/mentions";

const mentionsPerPage = 30;

const MentionCursor = z.object({ mentionedAt: Instant, noteId: NoteId });

const inboxOf = (viewer: Viewer) => ({ userId: viewer.userId, scope: callScopeOf(viewer) });

export const mentionsRouter = router({
  /** Where colleagues spoke to the viewer, the latest first. */
  list: procedureNeeding("calls:read")
    .input(z.object({ unreadOnly: z.boolean(), after: MentionCursor.nullable() }))
    .query(async ({ ctx, input }) => {
      const page = { ...input, limit: mentionsPerPage + 1 };
      const found = await findMentions(ctx.db, inboxOf(ctx.viewer), page);
      const mentions = found.slice(0, mentionsPerPage).map(({ call, ...mention }) => ({
        ...mention,
        call: { ...call, customerNumber: call.customerNumber && maskNumber(call.customerNumber) },
      }));
      return { mentions, more: found.length > mentionsPerPage };
    }),

  unread: procedureNeeding("calls:read").query(({ ctx }) => countUnreadMentions(ctx.db, inboxOf(ctx.viewer))),

  markRead: procedureNeeding("calls:read")
    .input(markMentionsRead.input)
    .mutation(async ({ ctx, input }) => unwrap(await markMentionsRead(ctx.command, input))),
});
