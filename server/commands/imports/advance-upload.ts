import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { uploadPatienceMs } from "@/server/domain/importing/upload-patience";
import { done, refuse } from "@/server/domain/refusal";
import { advanceUpload as advance } from "@/server/store/uploads";

/** Notes how much of the file has arrived; refused once somebody has cancelled the import. */
export const advanceUpload = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId, bytesRead: z.int().nonnegative() }),
  async run({ tx, at }, { importId, bytesRead }) {
    const goesOn = await advance(tx, importId, { bytesRead, leaseExpiresAt: at + uploadPatienceMs });
    return goesOn ? done(null) : refuse("import_over");
  },
});
