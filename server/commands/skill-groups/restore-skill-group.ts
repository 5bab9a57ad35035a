import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { skillGroupForChange } from "@/server/commands/skill-groups/skill-group-for-change";
import { SkillGroupId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { updateSkillGroup } from "@/server/store/skill-groups";

/** Brings an archived skill group back with its settings, hours and members. */
export const restoreSkillGroup = defineCommand({
  needs: "skillGroups:manage",
  input: z.strictObject({ skillGroupId: SkillGroupId }),
  async run({ tx, audit }, { skillGroupId }) {
    const found = await skillGroupForChange(tx, skillGroupId);
    if (!found.ok) return found;
    if (found.value.archivedAt === null) return done({ skillGroupId });
    await updateSkillGroup(tx, skillGroupId, { archivedAt: null });
    await audit({
      action: "skillGroup.restored",
      subject: "skillGroup",
      subjectId: skillGroupId,
      details: { name: found.value.name },
    });
    return done({ skillGroupId });
  },
});
