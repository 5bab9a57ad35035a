import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { activeSkillGroupForChange } from "@/server/commands/skill-groups/skill-group-for-change";
import { SkillGroupId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { checkHours } from "@/server/domain/routing/check-hours";
import { OpeningHours } from "@/server/domain/routing/opening-hours";
import { updateSkillGroup } from "@/server/store/skill-groups";

/** Says when a skill group answers; null for always. */
export const setOpeningHours = defineCommand({
  needs: "skillGroups:manage",
  input: z.strictObject({ skillGroupId: SkillGroupId, hours: OpeningHours.nullable() }),
  async run({ tx, audit }, { skillGroupId, hours }) {
    const found = await activeSkillGroupForChange(tx, skillGroupId);
    if (!found.ok) return found;
    const checked = hours === null ? done(null) : checkHours(hours);
    if (!checked.ok) return checked;
    await updateSkillGroup(tx, skillGroupId, { hours });
    await audit({
      action: "skillGroup.hoursSet",
      subject: "skillGroup",
      subjectId: skillGroupId,
      details: { before: found.value.hours, after: hours },
    });
    return done({ skillGroupId });
  },
});
