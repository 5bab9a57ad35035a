import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { createDraft } from "@/server/commands/rules/create-draft";
import { done } from "@/server/domain/refusal";
import { DraftName } from "@/server/domain/routing/versions/draft";
import { readExportFile } from "@/server/domain/routing/versions/export-file";
import { listGroups } from "@/server/store/routing-knowledge";

/** Begins a draft with what an exported file holds. */
export const importRuleSet = defineCommand({
  needs: "rules:edit",
  input: z.strictObject({ name: DraftName, text: z.string() }),
  async run(frame, { name, text }) {
    const read = readExportFile(text, await listGroups(frame.tx));
    if (!read.ok) return read;
    return done(await createDraft(frame, { name, basedOn: null, content: read.value }));
  },
});
