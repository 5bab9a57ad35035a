import { defineCommand } from "@/server/commands/command";
import { activeSkillGroupForChange } from "@/server/commands/skill-groups/skill-group-for-change";
import { done, refuse } from "@/server/domain/refusal";
import { SkillGroupChange, SkillGroupSettings } from "@/server/domain/skill-groups/skill-group";
import { isGroupNameTaken, updateSkillGroup } from "@/server/store/skill-groups";

/** Changes what a skill group is called and how it works. Visits that are over keep the target they had. */
export const changeSkillGroup = defineCommand({
  needs: "skillGroups:manage",
  input: SkillGroupChange,
  async run({ tx, audit }, { skillGroupId, ...after }) {
    const found = await activeSkillGroupForChange(tx, skillGroupId);
    if (!found.ok) return found;
    if (await isGroupNameTaken(tx, after.name, skillGroupId)) {
      return refuse("skill_group_name_taken", { name: after.name });
    }
    const before = SkillGroupSettings.strip().parse(found.value);
    await updateSkillGroup(tx, skillGroupId, after);
    await audit({
      action: "skillGroup.changed",
      subject: "skillGroup",
      subjectId: skillGroupId,
      details: { before, after },
    });
    return done({ skillGroupId });
  },
});
