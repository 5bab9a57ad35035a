import { z } from "zod";
import { unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { addSkillGroup } from "@/server/commands/skill-groups/add-skill-group";
import { archiveSkillGroup } from "@/server/commands/skill-groups/archive-skill-group";
import { changeMembers } from "@/server/commands/skill-groups/change-members";
import { changeSkillGroup } from "@/server/commands/skill-groups/change-skill-group";
import { restoreSkillGroup } from "@/server/commands/skill-groups/restore-skill-group";
import { setOpeningHours } from "@/server/commands/skill-groups/set-opening-hours";
import { SkillGroupId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { SkillGroupState } from "@/server/domain/skill-groups/skill-group";
import { findPossibleMembers } from "@/server/store/skill-group-members";
import { findSkillGroupUses } from "@/server/store/skill-group-uses";
import { countSkillGroups, findSkillGroup, findSkillGroups } from "@/server/store/skill-groups";

export const skillGroupsRouter = router({
  list: procedureNeeding("skillGroups:read")
    .input(z.object({ state: SkillGroupState }))
    .query(async ({ ctx, input }) => {
      const [groups, counts] = await Promise.all([
        findSkillGroups(ctx.db, input.state),
        countSkillGroups(ctx.db),
      ]);
      return { groups, counts, at: ctx.now() };
    }),

  byId: procedureNeeding("skillGroups:read")
    .input(z.object({ skillGroupId: SkillGroupId }))
    .query(async ({ ctx, input: { skillGroupId } }) => {
      // The revision is read before the members: a change between the two is refused, never overwritten.
      const group = await findSkillGroup(ctx.db, skillGroupId);
      const [people, uses] = await Promise.all([
        findPossibleMembers(ctx.db, skillGroupId),
        findSkillGroupUses(ctx.db, skillGroupId),
      ]);
      const found = group && { ...group, people, uses, at: ctx.now() };
      return unwrap(found ? done(found) : refuse("skill_group_not_found"));
    }),

  add: procedureNeeding(addSkillGroup.needs)
    .input(addSkillGroup.input)
    .mutation(async ({ ctx, input }) => unwrap(await addSkillGroup(ctx.command, input))),

  change: procedureNeeding(changeSkillGroup.needs)
    .input(changeSkillGroup.input)
    .mutation(async ({ ctx, input }) => unwrap(await changeSkillGroup(ctx.command, input))),

  setOpeningHours: procedureNeeding(setOpeningHours.needs)
    .input(setOpeningHours.input)
    .mutation(async ({ ctx, input }) => unwrap(await setOpeningHours(ctx.command, input))),

  changeMembers: procedureNeeding(changeMembers.needs)
    .input(changeMembers.input)
    .mutation(async ({ ctx, input }) => unwrap(await changeMembers(ctx.command, input))),

  archive: procedureNeeding(archiveSkillGroup.needs)
    .input(archiveSkillGroup.input)
    .mutation(async ({ ctx, input }) => unwrap(await archiveSkillGroup(ctx.command, input))),

  restore: procedureNeeding(restoreSkillGroup.needs)
    .input(restoreSkillGroup.input)
    .mutation(async ({ ctx, input }) => unwrap(await restoreSkillGroup(ctx.command, input))),
});
