import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { FileEncoding, ImportFormat } from "@/server/domain/importing/format";
import { uploadPatienceMs } from "@/server/domain/importing/upload-patience";
import { done, refuse } from "@/server/domain/refusal";
import { TimeZone } from "@/server/domain/time-zone";
import { addImport } from "@/server/store/imports";

const Input = z.strictObject({
  importId: ImportId,
  format: ImportFormat,
  provider: z.string().trim().min(1).max(100),
  fileName: z.string().min(1).max(255),
  fileBytes: z.int().nonnegative(),
  timeZone: TimeZone,
  encoding: FileEncoding,
  mapping: CsvMapping.optional(),
});

/** A file is about to arrive: the import is there to be seen and cancelled while it does. */
export const beginUpload = defineCommand({
  needs: "imports:run",
  input: Input,
  async run({ tx, actor, at, audit }, { encoding, mapping, ...row }) {
    if (row.format === "csv" && mapping === undefined) return refuse("mapping_unreadable");
    const options = { encoding, ...(mapping === undefined ? {} : { mapping }) };
    await addImport(tx, {
      ...{ ...row, options, status: "uploading" },
      ...{ startedBy: actor.userId, createdAt: at, leaseExpiresAt: at + uploadPatienceMs },
    });
    const details = { format: row.format, provider: row.provider, fileName: row.fileName };
    await audit({ action: "import.started", subject: "import", subjectId: row.importId, details });
    return done({ importId: row.importId });
  },
});
