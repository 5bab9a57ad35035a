import { z } from "zod";
import { refused, unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { visibleCall } from "@/server/api/visible-call";
import { deleteNote } from "@/server/commands/notes/delete-note";
import { editNote } from "@/server/commands/notes/edit-note";
import { keepDraft } from "@/server/commands/notes/keep-draft";
import { pinNote } from "@/server/commands/notes/pin-note";
import { restoreNote } from "@/server/commands/notes/restore-note";
import { writeNote } from "@/server/commands/notes/write-note";
import { CallId, NoteId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";
import { findDraft } from "@/server/store/notes/drafts";
import { findCallOfNote, findNotesOfCall, findRevisions } from "@/server/store/notes/notes";
import { findColleagues } from "@/server/store/notes/readers";

export const notesRouter = router({
  /** The notes of a call with what the viewer may do to each, and the viewer's own draft. */
  ofCall: procedureNeeding("calls:read")
    .input(z.object({ callId: CallId }))
    .query(async ({ ctx, input }) => {
      const { viewer, db } = ctx;
      const call = await visibleCall(ctx, input.callId);
      const may = (permission: Parameters<typeof mayDo>[1]) =>
        call.deletedAt === null && mayDo(viewer.role, permission);
      const [notes, draft] = await Promise.all([
        findNotesOfCall(db, input.callId),
        findDraft(db, viewer.userId, input.callId),
      ]);
      return {
        viewerId: viewer.userId,
        mayWrite: may("notes:write"),
        draft,
        notes: notes.map(({ authorId, ...note }) => {
          const own = authorId === viewer.userId;
          return {
            ...note,
            mayEdit: own && may("notes:write"),
            mayDelete: may("notes:write") && (own || may("notes:deleteAny")),
            mayPin: may("notes:pin"),
          };
        }),
      };
    }),

  /** What a note said before its edits. */
  revisions: procedureNeeding("calls:read")
    .input(z.object({ noteId: NoteId }))
    .query(async ({ ctx, input }) => {
      const callId = await findCallOfNote(ctx.db, input.noteId);
      if (!callId) throw refused(refuse("note_not_found"));
      await visibleCall(ctx, callId);
      return await findRevisions(ctx.db, input.noteId);
    }),

  /** Colleagues whom a note on the call can speak to. */
  colleagues: procedureNeeding("notes:write")
    .input(z.object({ callId: CallId, name: z.string().max(100) }))
    .query(async ({ ctx, input }) => {
      await visibleCall(ctx, input.callId);
      return await findColleagues(ctx.db, { ...input, except: ctx.viewer.userId });
    }),

  write: procedureNeeding("notes:write")
    .input(writeNote.input)
    .mutation(async ({ ctx, input }) => unwrap(await writeNote(ctx.command, input))),

  edit: procedureNeeding("notes:write")
    .input(editNote.input)
    .mutation(async ({ ctx, input }) => unwrap(await editNote(ctx.command, input))),

  pin: procedureNeeding("notes:pin")
    .input(pinNote.input)
    .mutation(async ({ ctx, input }) => unwrap(await pinNote(ctx.command, input))),

  delete: procedureNeeding("notes:write")
    .input(deleteNote.input)
    .mutation(async ({ ctx, input }) => unwrap(await deleteNote(ctx.command, input))),

  restore: procedureNeeding("notes:write")
    .input(restoreNote.input)
    .mutation(async ({ ctx, input }) => unwrap(await restoreNote(ctx.command, input))),

  keepDraft: procedureNeeding("notes:write")
    .input(keepDraft.input)
    .mutation(async ({ ctx, input }) => unwrap(await keepDraft(ctx.command, input))),
});
