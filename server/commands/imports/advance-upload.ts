import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { uploadPatienceMs } from "@/server/domain/importing/upload-patience";
import { done, refuse } from "@/server/domain/refusal";
import { findImport } from "@/server/store/imports";
import { advanceUpload as advance, queueIfWhole } from "@/server/store/uploads";

const Input = z.strictObject({
  importId: ImportId,
  /** How much had arrived before. */
  from: z.int().nonnegative(),
  receivedBytes: z.int().nonnegative(),
});

/**
 * Notes how much of the file has arrived; once all of it has, a worker may take the import. Refused when
 * the import was cancelled, or when somebody else has sent this part meanwhile.
 */
export const advanceUpload = defineCommand({
  needs: "imports:run",
  input: Input,
  async run({ tx, at }, { importId, ...part }) {
    const goesOn = await advance(tx, importId, { ...part, leaseExpiresAt: at + uploadPatienceMs });
    if (goesOn) {
      await queueIfWhole(tx, importId);
      return done({ receivedBytes: part.receivedBytes });
    }
    const found = await findImport(tx, importId);
    if (found?.status !== "uploading") return refuse("import_over");
    return refuse("upload_out_of_step", { receivedBytes: found.bytesRead });
  },
});
