import type { Queryable } from "@/drizzle/database";
import type { ApiContext } from "@/server/api/context";
import { refusalResponse } from "@/server/api/refusal-response";
import { textStream } from "@/server/api/text-stream";
import { recordRefusedRowsExport } from "@/server/commands/imports/record-refused-rows-export";
import { ImportId } from "@/server/domain/identifiers";
import { ImportOptions } from "@/server/domain/importing/import-options";
import { refuse } from "@/server/domain/refusal";
import { findImport, findRefusedRows } from "@/server/store/imports";

const rowsPerRead = 1000;
const byteOrderMark = "\uFEFF";

/**
 * The refused rows as a file of the same format, heading included, to be mended and imported again.
 * Word for word, not as a spreadsheet would have them: it is the sender's own text. In UTF-8, and marked so
 * where the sender's file was not.
 */
export async function sendRefusedRows({ db, viewer, now }: ApiContext, id: string): Promise<Response> {
  if (!viewer) return refusalResponse(refuse("not_signed_in"));
  const importId = ImportId.safeParse(id).data;
  const found = importId && (await findImport(db, importId));
  if (!found) return refusalResponse(refuse("import_not_found"));
  const recorded = await recordRefusedRowsExport({ db, actor: viewer, now }, { importId: found.importId });
  if (!recorded.ok) return refusalResponse(recorded);
  const { header, encoding } = ImportOptions.parse(found.options);
  const heading = `${encoding === "utf-8" ? "" : byteOrderMark}${header ? `${header}\n` : ""}`;
  return new Response(textStream(linesOf(db, found.importId, heading)), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`refused-${found.fileName}`)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

async function* linesOf(db: Queryable, importId: ImportId, heading: string): AsyncGenerator<string> {
  if (heading !== "") yield heading;
  let afterLine = 0;
  for (;;) {
    const rows = await findRefusedRows(db, importId, { afterLine, limit: rowsPerRead });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ line }) => `${line}\n`).join("");
    afterLine = last.lineNumber;
  }
}
