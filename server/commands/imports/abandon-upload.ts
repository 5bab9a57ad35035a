import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { markInterrupted } from "@/server/store/uploads";

/** The file did not arrive whole: nothing of it is imported, and the list says why. */
export const abandonUpload = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId }),
  async run({ tx, at, audit }, { importId }) {
    const wasUploading = await markInterrupted(tx, importId, at);
    if (wasUploading)
      await audit({ action: "import.uploadAbandoned", subject: "import", subjectId: importId });
    return done({ importId });
  },
});
