import type { Database } from "@/drizzle/database";
import { requestContext } from "@/server/api/request-context";
import { ImportId } from "@/server/domain/identifiers";
import { ImportOptions } from "@/server/domain/importing/import-options";
import { mayDo } from "@/server/domain/people/permissions";
import { findImport, findRefusedRows } from "@/server/store/imports";

const ROWS_AT_ONCE = 1000;

/**
 * The refused rows of an import as a file of the same format, heading included, to be mended and
 * imported again. Word for word, not as a spreadsheet would have them: it is the sender's own text.
 */
export async function sendRefusedRows(id: string): Promise<Response> {
  const { db, viewer } = await requestContext();
  if (viewer === null) return new Response(null, { status: 401 });
  if (!mayDo(viewer.role, "imports:read")) return new Response(null, { status: 403 });
  const importId = ImportId.safeParse(id);
  const found = importId.success ? await findImport(db, importId.data) : undefined;
  if (found === undefined) return new Response(null, { status: 404 });
  const { header } = ImportOptions.parse(found.options);
  const lines = refusedLines(db, found.importId, header ?? null);
  return new Response(streamOf(lines), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`refused-${found.fileName}`)}`,
      "cache-control": "private, no-store",
    },
  });
}

async function* refusedLines(
  db: Database,
  importId: ImportId,
  header: string | null,
): AsyncGenerator<string> {
  if (header !== null) yield `${header}\n`;
  for (let afterLine = 0; ; ) {
    const rows = await findRefusedRows(db, importId, { afterLine, limit: ROWS_AT_ONCE });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ line }) => `${line}\n`).join("");
    afterLine = last.lineNumber;
  }
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
