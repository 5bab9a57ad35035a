import { z } from "zod";
import { refused, unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { removeUnneededUpload } from "@/server/api/upload-parts";
import { cancelImport } from "@/server/commands/imports/cancel-import";
import { deleteMapping } from "@/server/commands/imports/delete-mapping";
import { saveMapping } from "@/server/commands/imports/save-mapping";
import { ImportId } from "@/server/domain/identifiers";
import { ImportFormat } from "@/server/domain/importing/format";
import { ImportCursor } from "@/server/domain/importing/import-cursor";
import { ImportOptions } from "@/server/domain/importing/import-options";
import { ImportReport, RowRefusal } from "@/server/domain/importing/report";
import { mayDo } from "@/server/domain/people/permissions";
import { type Refusal, type RefusalReason, refusalReasons, refuse } from "@/server/domain/refusal";
import { findMappings } from "@/server/store/import-mappings";
import { countImports, findImport, findImports, findRefusedRows } from "@/server/store/imports";

const IMPORTS_SHOWN = 50;
const REFUSED_ROWS_SHOWN = 100;

type StoredImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** An import as its pages show it. */
function shown({ options: _, report, refusal, cancelRequestedAt, ...row }: StoredImport) {
  return {
    ...row,
    isStopping: cancelRequestedAt !== null,
    report: report === null ? null : ImportReport.parse(report),
    refusal: refusal === null ? null : storedRefusal(refusal),
  };
}

const StoredRefusal = z.object({
  reason: z.custom<RefusalReason>((reason) => typeof reason === "string" && reason in refusalReasons),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

function storedRefusal(value: unknown): Refusal {
  const { reason, details } = StoredRefusal.parse(value);
  return refuse(reason, details);
}

export const importsRouter = router({
  list: procedureNeeding("imports:read")
    .input(z.strictObject({ after: ImportCursor.optional() }))
    .query(async ({ ctx, input }) => {
      const [found, count] = await Promise.all([
        findImports(ctx.db, { limit: IMPORTS_SHOWN + 1, after: input.after }),
        countImports(ctx.db),
      ]);
      return {
        imports: found.slice(0, IMPORTS_SHOWN).map(shown),
        hasMore: found.length > IMPORTS_SHOWN,
        count,
      };
    }),
  byId: procedureNeeding("imports:read")
    .input(z.object({ importId: ImportId }))
    .query(async ({ ctx, input }) => {
      const found = await findImport(ctx.db, input.importId);
      if (found === undefined) throw refused(refuse("import_not_found"));
      return shown(found);
    }),
  /** The rows as they stand in the file hold personal data: whoever may not import sees their reasons alone. */
  refusedRows: procedureNeeding("imports:read")
    .input(z.object({ importId: ImportId }))
    .query(async ({ ctx, input }) => {
      const rows = await findRefusedRows(ctx.db, input.importId, { afterLine: 0, limit: REFUSED_ROWS_SHOWN });
      const seesLines = mayDo(ctx.viewer.role, "imports:run");
      return rows.map(({ line, reason, lineNumber }) => ({
        ...{ lineNumber, reason: RowRefusal.parse(reason) },
        line: seesLines ? line : null,
      }));
    }),
  mappings: procedureNeeding("imports:run").query(({ ctx }) => findMappings(ctx.db)),
  saveMapping: procedureNeeding(saveMapping.needs)
    .input(saveMapping.input)
    .mutation(async ({ ctx, input }) => unwrap(await saveMapping(ctx.command, input))),
  deleteMapping: procedureNeeding(deleteMapping.needs)
    .input(deleteMapping.input)
    .mutation(async ({ ctx, input }) => unwrap(await deleteMapping(ctx.command, input))),
  cancel: procedureNeeding(cancelImport.needs)
    .input(cancelImport.input)
    .mutation(async ({ ctx, input }) => {
      const cancelled = unwrap(await cancelImport(ctx.command, input));
      await removeUnneededUpload(ctx.db, cancelled.importId);
      return cancelled;
    }),
  /** How the import was set up: another file of its kind is imported alike. */
  settings: procedureNeeding("imports:run")
    .input(z.object({ importId: ImportId }))
    .query(async ({ ctx, input }) => {
      const found = await findImport(ctx.db, input.importId);
      if (found === undefined) throw refused(refuse("import_not_found"));
      const { fileName, provider: source, timeZone } = found;
      const { encoding, mapping } = ImportOptions.parse(found.options);
      return { format: ImportFormat.parse(found.format), fileName, source, timeZone, encoding, mapping };
    }),
});
