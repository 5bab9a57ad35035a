import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { activeSkillGroupForChange } from "@/server/commands/skill-groups/skill-group-for-change";
import { SkillGroupId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { MemberChange, memberChangesMax } from "@/server/domain/skill-groups/skill-group";
import { findMembersForChange, writeMembers } from "@/server/store/skill-group-members";

/**
 * Takes people into a skill group, out of it, or says anew how well they do, all at once. It names the revision of
 * the members it began from and is refused (`members_changed`) when there is a newer one.
 */
export const changeMembers = defineCommand({
  needs: "skillGroups:manage",
  input: z.strictObject({
    skillGroupId: SkillGroupId,
    revision: z.int().nonnegative(),
    changes: z.array(MemberChange).min(1).max(memberChangesMax),
  }),
  async run({ tx, audit }, { skillGroupId, revision, changes }) {
    const found = await activeSkillGroupForChange(tx, skillGroupId);
    if (!found.ok) return found;
    if (found.value.membersRevision !== revision) return refuse("members_changed");
    // Of two changes to one person the last holds: the statement that writes them takes one.
    const wanted = [...new Map(changes.map((change) => [change.userId, change])).values()];
    const ids = wanted.map(({ userId }) => userId);
    const people = new Map(
      (await findMembersForChange(tx, skillGroupId, ids)).map((person) => [person.userId, person]),
    );
    if (ids.some((id) => !people.has(id))) return refuse("person_not_found");
    const joining = wanted.filter(({ proficiency }) => proficiency !== null);
    const stranger = joining
      .map(({ userId }) => people.get(userId))
      .find((person) => person && !person.isAgent && person.proficiency === null);
    if (stranger) return refuse("member_not_agent", { name: stranger.name });
    await writeMembers(tx, skillGroupId, wanted);
    const details = {
      changes: wanted.map(({ userId, proficiency }) => ({
        userId,
        before: people.get(userId)?.proficiency ?? null,
        after: proficiency,
      })),
    };
    await audit({
      action: "skillGroup.membersChanged",
      subject: "skillGroup",
      subjectId: skillGroupId,
      details,
    });
    return done({ revision: revision + 1 });
  },
});
