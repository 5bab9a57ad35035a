import { Download, Upload } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { TableFrame } from "@/app/_components/ui/table-frame";
import { api } from "@/app/_trpc/server";
import { newImportHref } from "@/app/(console)/imports/new/search-params";
import type { ImportId } from "@/server/domain/identifiers";

interface RefusedRowsProps {
  importId: ImportId;
  mayRun: boolean;
  count: number;
}

/** The rows that could not be read, word for word, and the way to mend them. */
export async function RefusedRows({ importId, mayRun, count }: RefusedRowsProps) {
  const t = await getTranslations("imports");
  const format = await getFormatter();
  const rows = count === 0 ? [] : await api.imports.refusedRows({ importId });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="text-body font-semibold">{t("report.refusals")}</h3>
        {rows.length === 0 || !mayRun ? null : (
          <>
            <a
              href={`/api/imports/${importId}/refused-rows`}
              download
              className="inline-flex items-center gap-1.5 text-table text-accent hover:underline [&_svg]:size-4"
            >
              <Download aria-hidden />
              {t("report.download")}
            </a>
            <Link
              href={newImportHref({ like: importId, encoding: "utf-8" })}
              className="inline-flex items-center gap-1.5 text-table text-accent hover:underline [&_svg]:size-4"
            >
              <Upload aria-hidden />
              {t("report.importMended")}
            </Link>
            <span className="basis-full text-caption text-muted">{t("report.downloadHint")}</span>
          </>
        )}
      </div>
      {rows.length === 0 ? <p className="text-table text-muted">{t("report.noRefusals")}</p> : null}
      {rows.length === 0 ? null : (
        <TableFrame label={t("report.refusals")}>
          <table className="w-full border-collapse text-table">
            <thead>
              <tr className="h-9 border-b border-line text-left text-muted [&>th]:px-4 [&>th]:font-medium">
                <th scope="col" className="w-24 text-right!">
                  {t("report.line")}
                </th>
                <th scope="col">{t("report.reason")}</th>
                <th scope="col">{t("report.row")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ lineNumber, reason, line }) => (
                <tr key={lineNumber} className="h-9 border-b border-line last:border-b-0 [&>td]:px-4">
                  <td className="text-right tabular-nums">{format.number(lineNumber)}</td>
                  <td className="whitespace-nowrap">{t(`reasons.${reason}`)}</td>
                  <td
                    className="max-w-xl truncate font-mono text-caption text-muted"
                    title={line ?? undefined}
                  >
                    {line ?? t("report.withheld")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {count > rows.length ? (
        <p className="text-caption text-muted">{t("report.more", { count: rows.length })}</p>
      ) : null}
    </div>
  );
}
