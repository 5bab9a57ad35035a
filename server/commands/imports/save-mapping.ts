import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { done } from "@/server/domain/refusal";
import { putMapping } from "@/server/store/import-mappings";

/** Keeps a column mapping under a name for the next file of its kind; one of that name is replaced. */
export const saveMapping = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ name: z.string().trim().min(1).max(100), mapping: CsvMapping }),
  async run({ tx, actor, at, audit }, { name, mapping }) {
    await putMapping(tx, { name, mapping, savedBy: actor.userId, savedAt: at });
    await audit({ action: "importMapping.saved", subject: "importMapping", subjectId: name });
    return done({ name });
  },
});
