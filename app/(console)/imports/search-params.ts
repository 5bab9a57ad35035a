import { createLoader, createParser, createSerializer } from "nuqs/server";
import { ImportId } from "@/server/domain/identifiers";
import type { ImportCursor } from "@/server/domain/importing/import-cursor";

const parseAsImportCursor = createParser<ImportCursor>({
  parse(text) {
    const [, createdAt, id] = /^(\d{1,15})_([\da-f-]{36})$/.exec(text) ?? [];
    const importId = ImportId.safeParse(id).data;
    return importId ? { createdAt: Number(createdAt), importId } : null;
  },
  serialize: ({ createdAt, importId }) => `${createdAt}_${importId}`,
  eq: (one, other) => one.importId === other.importId,
});

const importListParams = { after: parseAsImportCursor };

export const loadImportListParams = createLoader(importListParams);

const serialize = createSerializer(importListParams);

/** The list's page that begins after an import. */
export function importListHref(after: ImportCursor) {
  return `/imports?${serialize({ after }).slice(1)}` as const;
}
