import { FileDown } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { Moment } from "@/app/_components/format/moment";
import { ListRow, ListTable, RowLink } from "@/app/_components/shell/list-table";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { ImportStatusWord } from "@/app/(console)/imports/import-status-word";
import { shareRead } from "@/app/(console)/imports/share-read";
import { isUnderWay } from "@/app/(console)/imports/under-way";
import { ImportFormat } from "@/server/domain/importing/format";

type ShownImport = RouterOutputs["imports"]["list"]["imports"][number];

export async function ImportList({ imports, mayRun }: { imports: readonly ShownImport[]; mayRun: boolean }) {
  const t = await getTranslations("imports");
  if (imports.length === 0) {
    return (
      <EmptyState
        icon={<FileDown />}
        title={t("empty.title")}
        actions={mayRun ? <ButtonLink href="/imports/new">{t("empty.action")}</ButtonLink> : null}
      >
        {t("empty.body")}
      </EmptyState>
    );
  }
  return (
    <ListTable
      label={t("title")}
      columns={["file", "format", "status", "calls", "refused", "startedBy", "createdAt"]}
      figures={["calls", "refused"]}
      nameOf={(column) => t(`columns.${column}`)}
      length={imports.length}
    >
      {imports.map((one) => (
        <ImportRow key={one.importId} shown={one} />
      ))}
    </ListTable>
  );
}

async function ImportRow({ shown }: { shown: ShownImport }) {
  const t = await getTranslations("imports");
  const format = await getFormatter();
  const { report } = shown;
  const formatName = t(`formats.${ImportFormat.parse(shown.format)}.name`);
  return (
    <ListRow>
      <td className="max-w-72 truncate">
        <RowLink href={`/imports/${shown.importId}`}>{shown.fileName}</RowLink>
      </td>
      <td className="max-w-36 truncate text-muted xl:max-w-none" title={formatName}>
        {formatName}
      </td>
      <td>
        <span className="flex items-center gap-2">
          <ImportStatusWord status={shown.status} />
          {isUnderWay(shown) && shown.bytesRead > 0 ? (
            <>
              <span aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-line">
                <span className="block h-full bg-accent" style={{ width: `${100 * shareRead(shown)}%` }} />
              </span>
              <span className="text-muted tabular-nums">{format.number(shareRead(shown), "percent")}</span>
            </>
          ) : null}
        </span>
      </td>
      <td className="text-right tabular-nums">{report ? format.number(report.calls.made) : null}</td>
      <td className="text-right tabular-nums">{report ? format.number(report.rows.refused) : null}</td>
      <td className="text-muted">{shown.startedBy ?? t("byCommand")}</td>
      <td className="text-muted">
        <Moment at={shown.createdAt} />
      </td>
    </ListRow>
  );
}
