import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { closeUpload } from "@/server/store/uploads";

const UploadFault = z.enum(["upload_interrupted", "disk_full"]);

/** The file did not arrive whole: nothing of it is imported, and the list says why. */
export const abandonUpload = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId, reason: UploadFault }),
  async run({ tx, at, audit }, { importId, reason }) {
    const wasUploading = await closeUpload(tx, importId, { reason, at });
    if (wasUploading)
      await audit({ action: "import.uploadAbandoned", subject: "import", subjectId: importId });
    return done({ importId });
  },
});
