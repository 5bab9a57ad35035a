import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { skillGroupForChange } from "@/server/commands/skill-groups/skill-group-for-change";
import { SkillGroupId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { detailsOfUses } from "@/server/domain/skill-groups/skill-group-use";
import { findSkillGroupUses } from "@/server/store/skill-group-uses";
import { updateSkillGroup } from "@/server/store/skill-groups";

/** Puts a skill group out of use. Its calls and figures stay; a group that is used anywhere cannot go. */
export const archiveSkillGroup = defineCommand({
  needs: "skillGroups:manage",
  input: z.strictObject({ skillGroupId: SkillGroupId }),
  async run({ tx, at, audit }, { skillGroupId }) {
    const found = await skillGroupForChange(tx, skillGroupId);
    if (!found.ok) return found;
    const { name, archivedAt } = found.value;
    if (archivedAt !== null) return done({ skillGroupId });
    const uses = await findSkillGroupUses(tx, skillGroupId);
    if (uses.length > 0) return refuse("skill_group_in_use", { name, ...detailsOfUses(uses) });
    await updateSkillGroup(tx, skillGroupId, { archivedAt: at });
    await audit({
      action: "skillGroup.archived",
      subject: "skillGroup",
      subjectId: skillGroupId,
      details: { name },
    });
    return done({ skillGroupId });
  },
});
