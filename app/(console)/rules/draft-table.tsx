import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/format/moment";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { DiscardDraft } from "@/app/(console)/rules/discard-draft";

interface DraftTableProps {
  drafts: RouterOutputs["rules"]["overview"]["drafts"];
  edits: boolean;
}

export function DraftTable({ drafts, edits }: DraftTableProps) {
  const t = useTranslations("rules.drafts");
  if (drafts.length === 0) return <p className="text-body text-muted">{t("none")}</p>;
  return (
    <PlainTable label={t("title")}>
      <thead>
        <tr>
          <th scope="col" className={headLook}>
            {t("columns.name")}
          </th>
          <th scope="col" className={headLook}>
            {t("columns.basedOn")}
          </th>
          <th scope="col" className={headLook}>
            {t("columns.changed")}
          </th>
          <td className={headLook} />
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.draftId}>
            <td className={`${cellLook} w-full max-w-64 truncate`}>
              <Link href={`/rules/drafts/${draft.draftId}`} className="font-medium hover:underline">
                {draft.name}
              </Link>
            </td>
            <td className={`${cellLook} text-muted`}>
              {draft.basedOn === null ? t("onNothing") : t("onVersion", { number: draft.basedOn })}
            </td>
            <td className={`${cellLook} text-muted`}>
              {t.rich("changedBy", {
                name: draft.updatedByName,
                moment: () => <Moment at={draft.updatedAt} />,
              })}
            </td>
            <td className={`${cellLook} pr-0 text-right`}>{edits ? <DiscardDraft draft={draft} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
