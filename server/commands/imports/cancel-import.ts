import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { findImport, requestCancel } from "@/server/store/imports";

/** Has an import stop after the calls that are being written; what is written stays. Asking twice changes nothing. */
export const cancelImport = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId }),
  async run({ tx, at, audit }, { importId }) {
    const found = await findImport(tx, importId);
    if (found === undefined) return refuse("import_not_found");
    if (found.cancelRequestedAt !== null) return done({ importId });
    if (!(await requestCancel(tx, importId, at))) return refuse("import_over");
    await audit({ action: "import.cancelled", subject: "import", subjectId: importId });
    return done({ importId });
  },
});
