import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { ImportId } from "@/server/domain/identifiers";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { FileEncoding, ImportFormat } from "@/server/domain/importing/format";
import { done, refuse } from "@/server/domain/refusal";
import { addImport } from "@/server/store/imports";

const Input = z.strictObject({
  importId: ImportId,
  format: ImportFormat,
  provider: z.string().trim().min(1).max(100),
  fileName: z.string().min(1).max(255),
  fileBytes: z.int().nonnegative(),
  timeZone: z.string().min(1).max(100),
  encoding: FileEncoding,
  mapping: CsvMapping.optional(),
});

/** A file is about to arrive: the import is there to be seen and cancelled while it does. */
export const beginUpload = defineCommand({
  needs: "imports:run",
  input: Input,
  async run({ tx, actor, at, audit }, { encoding, mapping, ...row }) {
    if (row.format === "csv" && mapping === undefined) return refuse("mapping_unreadable");
    if (!isTimeZone(row.timeZone)) return refuse("time_zone_unknown", { timeZone: row.timeZone });
    const options = { encoding, ...(mapping === undefined ? {} : { mapping }) };
    await addImport(tx, { ...row, options, startedBy: actor.userId, createdAt: at, status: "uploading" });
    const details = { format: row.format, provider: row.provider, fileName: row.fileName };
    await audit({ action: "import.started", subject: "import", subjectId: row.importId, details });
    return done({ importId: row.importId });
  },
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
