import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";

/** Notes who took the refused rows out of the house. Whoever may import holds such files anyway; others may not. */
export const recordRefusedRowsExport = defineCommand({
  needs: "imports:run",
  input: z.strictObject({ importId: ImportId }),
  async run({ audit }, { importId }) {
    await audit({ action: "import.refusedRowsExported", subject: "import", subjectId: importId });
    return done(null);
  },
});
