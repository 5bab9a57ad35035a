import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { deleteUpload } from "@/server/store/imports";

/** The file did not arrive whole: there is nothing to import. */
export const abandonUpload = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId }),
  async run({ tx, audit }, { importId }) {
    await deleteUpload(tx, importId);
    await audit({ action: "import.uploadAbandoned", subject: "import", subjectId: importId });
    return done({ importId });
  },
});
