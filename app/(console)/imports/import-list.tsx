import { FileDown } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Moment } from "@/app/_components/format/moment";
import { WalkedList } from "@/app/_components/shell/walked-list";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { ImportStatusWord } from "@/app/(console)/imports/import-status-word";
import { shareRead } from "@/app/(console)/imports/share-read";
import { isUnderWay } from "@/app/(console)/imports/under-way";
import { ImportFormat } from "@/server/domain/importing/format";

type ShownImport = RouterOutputs["imports"]["list"]["imports"][number];

const columns = ["file", "format", "status", "calls", "refused", "startedBy", "createdAt"] as const;
const figures: ReadonlySet<string> = new Set(["calls", "refused"]);

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
    <WalkedList length={imports.length}>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table className="w-full border-collapse text-table">
          <thead>
            <tr className="h-9 border-b border-line text-left text-muted">
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`whitespace-nowrap px-3 font-medium first:pl-4 last:pr-4 ${figures.has(column) ? "text-right" : ""}`}
                >
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <ImportRow key={one.importId} shown={one} />
            ))}
          </tbody>
        </table>
      </div>
    </WalkedList>
  );
}

async function ImportRow({ shown }: { shown: ShownImport }) {
  const t = await getTranslations("imports");
  const format = await getFormatter();
  const { report } = shown;
  const formatName = t(`formats.${ImportFormat.parse(shown.format)}.name`);
  return (
    <tr
      data-row
      className="relative h-9 border-b border-line last:border-b-0 hover:bg-hover has-focus-visible:bg-selected [&>td]:px-3"
    >
      <td className="max-w-72 truncate pl-4!">
        <Link
          href={`/imports/${shown.importId}`}
          className="font-medium after:absolute after:inset-0 hover:underline"
        >
          {shown.fileName}
        </Link>
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
      <td className="pr-4! text-muted">
        <Moment at={shown.createdAt} />
      </td>
    </tr>
  );
}
