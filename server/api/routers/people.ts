import { z } from "zod";
import { unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { addPerson } from "@/server/commands/people/add-person";
import { changePerson } from "@/server/commands/people/change-person";
import { deactivatePerson } from "@/server/commands/people/deactivate-person";
import { endSessions } from "@/server/commands/people/end-sessions";
import { giveSignIn } from "@/server/commands/people/give-sign-in";
import { reactivatePerson } from "@/server/commands/people/reactivate-person";
import { resetPassword } from "@/server/commands/people/reset-password";
import { UserId } from "@/server/domain/identifiers";
import { PeopleFilter } from "@/server/domain/people/people-filter";
import { done, refuse } from "@/server/domain/refusal";
import {
  countPeople,
  findPeople,
  findPerson,
  findSkillGroupsOf,
  peoplePageSize,
} from "@/server/store/people";
import { findSessionsOf } from "@/server/store/sessions";
import { findColleagues } from "@/server/store/users";

const OnePerson = z.object({ userId: UserId });

export const peopleRouter = router({
  list: procedureNeeding("people:read")
    .input(PeopleFilter)
    .query(async ({ ctx, input }) => {
      const [people, counts] = await Promise.all([findPeople(ctx.db, input), countPeople(ctx.db, input)]);
      return { people, counts, hasMore: people.length === peoplePageSize };
    }),

  byId: procedureNeeding("people:read")
    .input(OnePerson)
    .query(async ({ ctx, input }) => {
      const [person, skillGroups] = await Promise.all([
        findPerson(ctx.db, input.userId),
        findSkillGroupsOf(ctx.db, input.userId),
      ]);
      return unwrap(person ? done({ ...person, skillGroups }) : refuse("person_not_found"));
    }),

  sessions: procedureNeeding("people:manage")
    .input(OnePerson)
    .query(({ ctx, input }) => findSessionsOf(ctx.db, input.userId, ctx.now())),

  colleagues: procedureNeeding("notes:write").query(({ ctx }) => findColleagues(ctx.db)),

  add: procedureNeeding(addPerson.needs)
    .input(addPerson.input)
    .mutation(async ({ ctx, input }) => unwrap(await addPerson(ctx.command, input))),

  change: procedureNeeding(changePerson.needs)
    .input(changePerson.input)
    .mutation(async ({ ctx, input }) => unwrap(await changePerson(ctx.command, input))),

  giveSignIn: procedureNeeding(giveSignIn.needs)
    .input(giveSignIn.input)
    .mutation(async ({ ctx, input }) => unwrap(await giveSignIn(ctx.command, input))),

  resetPassword: procedureNeeding(resetPassword.needs)
    .input(resetPassword.input)
    .mutation(async ({ ctx, input }) => unwrap(await resetPassword(ctx.command, input))),

  deactivate: procedureNeeding(deactivatePerson.needs)
    .input(deactivatePerson.input)
    .mutation(async ({ ctx, input }) => unwrap(await deactivatePerson(ctx.command, input))),

  reactivate: procedureNeeding(reactivatePerson.needs)
    .input(reactivatePerson.input)
    .mutation(async ({ ctx, input }) => unwrap(await reactivatePerson(ctx.command, input))),

  endSessions: procedureNeeding(endSessions.needs)
    .input(endSessions.input)
    .mutation(async ({ ctx, input }) => unwrap(await endSessions(ctx.command, input))),
});
