import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { done, refuse } from "@/server/domain/refusal";
import { findMapping, removeMapping } from "@/server/store/import-mappings";

/** Deletes a saved column mapping. Its content stays in the audit entry, so that it can be saved again. */
export const deleteMapping = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ name: z.string() }),
  async run({ tx, audit }, { name }) {
    const mapping = await findMapping(tx, name);
    if (mapping === undefined) return refuse("mapping_not_found");
    await removeMapping(tx, name);
    await audit({
      action: "importMapping.deleted",
      subject: "importMapping",
      subjectId: name,
      details: { mapping },
    });
    return done({ name, mapping });
  },
});
