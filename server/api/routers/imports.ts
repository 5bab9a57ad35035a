import { z } from "zod";
import { refused, unwrap } from "@/server/api/errors";
import { procedureNeeding, router } from "@/server/api/trpc";
import { cancelImport } from "@/server/commands/imports/cancel-import";
import { saveMapping } from "@/server/commands/imports/save-mapping";
import { ImportId } from "@/server/domain/identifiers";
import { ImportReport } from "@/server/domain/importing/report";
import { type Refusal, type RefusalReason, refusalReasons, refuse } from "@/server/domain/refusal";
import { findMappings } from "@/server/store/import-mappings";
import { findImport, findImports, findRefusedRows } from "@/server/store/imports";

const IMPORTS_SHOWN = 100;
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
  list: procedureNeeding("imports:read").query(async ({ ctx }) =>
    (await findImports(ctx.db, IMPORTS_SHOWN)).map(shown),
  ),
  byId: procedureNeeding("imports:read")
    .input(z.object({ importId: ImportId }))
    .query(async ({ ctx, input }) => {
      const found = await findImport(ctx.db, input.importId);
      if (found === undefined) throw refused(refuse("import_not_found"));
      return shown(found);
    }),
  refusedRows: procedureNeeding("imports:read")
    .input(z.object({ importId: ImportId }))
    .query(({ ctx, input }) =>
      findRefusedRows(ctx.db, input.importId, { afterLine: 0, limit: REFUSED_ROWS_SHOWN }),
    ),
  mappings: procedureNeeding("imports:run").query(({ ctx }) => findMappings(ctx.db)),
  saveMapping: procedureNeeding(saveMapping.needs)
    .input(saveMapping.input)
    .mutation(async ({ ctx, input }) => unwrap(await saveMapping(ctx.command, input))),
  cancel: procedureNeeding(cancelImport.needs)
    .input(cancelImport.input)
    .mutation(async ({ ctx, input }) => unwrap(await cancelImport(ctx.command, input))),
});
