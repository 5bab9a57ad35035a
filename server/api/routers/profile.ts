import { unwrap } from "@/server/api/errors";
import { procedureNeeding, procedureOfPasswordChangeNeeding, router } from "@/server/api/trpc";
import { changePassword } from "@/server/commands/profile/change-password";
import { changePreferences } from "@/server/commands/profile/change-preferences";
import { endOwnSession } from "@/server/commands/profile/end-own-session";
import { done, refuse } from "@/server/domain/refusal";
import { findPerson } from "@/server/store/people";
import { findSessionsOf } from "@/server/store/sessions";
import { findPreferences } from "@/server/store/users";

/** Which session is meant by "this one" is for the server to say, not for the browser. */
const NewPassword = changePassword.input.omit({ keep: true });

export const profileRouter = router({
  mine: procedureNeeding("profile:edit").query(async ({ ctx }) => {
    const { userId } = ctx.viewer;
    const [person, preferences] = await Promise.all([
      findPerson(ctx.db, userId),
      findPreferences(ctx.db, userId),
    ]);
    return unwrap(person && preferences ? done({ ...person, preferences }) : refuse("person_not_found"));
  }),

  sessions: procedureNeeding("profile:edit").query(async ({ ctx }) => {
    const sessions = await findSessionsOf(ctx.db, ctx.viewer.userId, ctx.now());
    return sessions.map((session) => ({ ...session, current: session.sessionId === ctx.sessionId }));
  }),

  changePreferences: procedureNeeding(changePreferences.needs)
    .input(changePreferences.input)
    .mutation(async ({ ctx, input }) => unwrap(await changePreferences(ctx.command, input))),

  changePassword: procedureOfPasswordChangeNeeding(changePassword.needs)
    .input(NewPassword)
    .mutation(async ({ ctx, input }) =>
      unwrap(await changePassword(ctx.command, { ...input, keep: ctx.sessionId })),
    ),

  endSession: procedureNeeding(endOwnSession.needs)
    .input(endOwnSession.input)
    .mutation(async ({ ctx, input }) => unwrap(await endOwnSession(ctx.command, input))),
});
