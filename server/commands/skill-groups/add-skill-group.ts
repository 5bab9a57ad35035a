import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { SkillGroupId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { SkillGroupName } from "@/server/domain/skill-groups/skill-group";
import { insertSkillGroup, isGroupNameTaken } from "@/server/store/skill-groups";

/** Adds a skill group with the customary settings, which are then there to change, and nobody in it. */
export const addSkillGroup = defineCommand({
  needs: "skillGroups:manage",
  input: z.strictObject({ name: SkillGroupName }),
  async run({ tx, at, newId, audit }, { name }) {
    if (await isGroupNameTaken(tx, name)) return refuse("skill_group_name_taken", { name });
    const skillGroupId = SkillGroupId.parse(newId());
    const isMade = await insertSkillGroup(tx, { skillGroupId, name, createdAt: at });
    if (!isMade) return refuse("skill_group_name_taken", { name });
    await audit({
      action: "skillGroup.added",
      subject: "skillGroup",
      subjectId: skillGroupId,
      details: { name },
    });
    return done({ skillGroupId });
  },
});
