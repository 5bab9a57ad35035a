import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { createDraft } from "@/server/commands/rules/create-draft";
import { done } from "@/server/domain/refusal";
import { DraftName } from "@/server/domain/routing/versions/draft";
import { readExportFile } from "@/server/domain/routing/versions/export-file";
import { readKnownIds } from "@/server/store/routing-knowledge";
import { listSkillGroups } from "@/server/store/skill-groups";

/** Begins a draft with what an exported file holds. */
export const importRuleSet = defineCommand({
  needs: "rules:edit",
  input: z.strictObject({ name: DraftName, text: z.string() }),
  async run(frame, { name, text }) {
    const [groups, { agents }] = await Promise.all([listSkillGroups(frame.tx), readKnownIds(frame.tx)]);
    const read = readExportFile(text, { groups, agents });
    if (!read.ok) return read;
    return done(await createDraft(frame, { name, basedOn: null, content: read.value }));
  },
});
