import { createLoader, createSerializer, type inferParserType } from "nuqs/server";
import { parseAs } from "@/app/_components/parsers";
import { ImportId } from "@/server/domain/identifiers";
import { FileEncoding } from "@/server/domain/importing/format";

const newImportParams = {
  /** An import whose settings the form begins with. */
  like: parseAs(ImportId),
  /** Instead of that import's own. */
  encoding: parseAs(FileEncoding),
};

export const loadNewImportParams = createLoader(newImportParams);

const serialize = createSerializer(newImportParams);

/** The form for another file, set up as an import was. */
export function newImportHref(params: Partial<inferParserType<typeof newImportParams>>) {
  return `/imports/new?${serialize(params).slice(1)}` as const;
}
