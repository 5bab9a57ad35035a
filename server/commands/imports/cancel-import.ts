import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { findImport, requestCancel } from "@/server/store/imports";

/** Has an import stop after the calls that are being written; what is written stays. */
export const cancelImport = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId }),
  async run({ tx, at, audit }, { importId }) {
    const asked = await requestCancel(tx, importId, at);
    if (!asked)
      return refuse((await findImport(tx, importId)) === undefined ? "import_not_found" : "import_over");
    await audit({ action: "import.cancelled", subject: "import", subjectId: importId });
    return done({ importId });
  },
});
