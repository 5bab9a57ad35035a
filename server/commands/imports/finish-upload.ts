import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { markUploaded } from "@/server/store/uploads";

/** The whole file has arrived: a worker may take the import. */
export const finishUpload = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId }),
  async run({ tx }, { importId }) {
    const isWaiting = await markUploaded(tx, importId);
    return isWaiting ? done({ importId }) : refuse("import_over");
  },
});
