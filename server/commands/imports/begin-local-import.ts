import { z } from "zod";
import { beginUpload } from "@/server/commands/imports/begin-upload";
import type { SessionContext } from "@/server/commands/sessions/session-context";
import { addAuditEntry } from "@/server/store/audit";
import { addImport, claimImport, type ImportRow, type LeaseTerms } from "@/server/store/imports";

const Input = beginUpload.input.extend({ path: z.string().min(1) });

interface LocalImport {
  readonly file: z.input<typeof Input>;
  /** On which the import is taken in the moment it begins, so that no worker takes it first. */
  readonly terms: Omit<LeaseTerms, "now">;
}

/**
 * Begins to import a file of this machine on behalf of whoever runs it: nobody is signed in at a terminal.
 */
export async function beginLocalImport(
  { db, now }: SessionContext,
  { file, terms }: LocalImport,
): Promise<ImportRow> {
  const { encoding, mapping, path, ...row } = Input.parse(file);
  const at = now();
  return await db.transaction(async (tx) => {
    const options = { encoding, path, ...(mapping && { mapping }) };
    await addImport(tx, { ...row, options, status: "waiting", startedBy: null, createdAt: at });
    const details = { format: row.format, provider: row.provider, fileName: row.fileName };
    const subject = { subject: "import", subjectId: row.importId };
    await addAuditEntry(tx, { at, actorId: null, action: "import.started", ...subject, details });
    const claimed = await claimImport(tx, { ...terms, now: at }, row.importId);
    if (claimed === undefined) throw new Error("an import that nobody else can see yet is free");
    return claimed;
  });
}
