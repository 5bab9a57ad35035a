import { ScrollText } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/app/_components/format/moment";
import { WalkedList } from "@/app/_components/shell/walked-list";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { TableFrame } from "@/app/_components/ui/table-frame";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { type AuditParams, auditHref } from "@/app/(console)/audit/search-params";
import { subjectHref } from "@/app/(console)/audit/subject-href";
import { AuditAction } from "@/server/domain/audit/audit-action";
import { AuditSubject } from "@/server/domain/audit/audit-filter";

type Entry = RouterOutputs["audit"]["list"]["entries"][number];

interface AuditListProps {
  entries: readonly Entry[];
  hasMore: boolean;
  params: AuditParams;
}

export async function AuditList({ entries, hasMore, params }: AuditListProps) {
  const t = await getTranslations("audit");
  const last = entries.at(-1);
  if (!last) {
    return (
      <EmptyState
        icon={<ScrollText />}
        title={t("empty.title")}
        actions={<ButtonLink href="/audit">{t("empty.clear")}</ButtonLink>}
      >
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <>
      <WalkedList length={entries.length}>
        <TableFrame label={t("title")}>
          <table className="w-full border-collapse text-table">
            <thead>
              <tr className="h-9 border-b border-line text-left text-muted">
                {(["at", "actor", "action", "subject", "detail"] as const).map((column) => (
                  <th key={column} scope="col" className="whitespace-nowrap px-3 font-medium">
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <EntryRow key={entry.auditEntryId} entry={entry} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      </WalkedList>
      {hasMore || params.before ? (
        <nav aria-label={t("pages")} className="flex justify-end gap-2">
          {params.before ? (
            <ButtonLink href={auditHref({ ...params, before: null })}>{t("firstPage")}</ButtonLink>
          ) : null}
          {hasMore ? (
            <ButtonLink href={auditHref({ ...params, before: last.auditEntryId })}>
              {t("nextPage")}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

async function EntryRow({ entry }: { entry: Entry }) {
  const t = await getTranslations("audit");
  const action = AuditAction.safeParse(entry.action).data;
  const subject = AuditSubject.safeParse(entry.subject).data;
  const href = subjectHref(entry.subject, entry.subjectId);
  const named = subject ? t(`subjects.${subject}`) : entry.subject;
  return (
    <tr
      data-row
      className="h-9 border-b border-line last:border-b-0 hover:bg-hover has-focus-visible:bg-selected [&>td]:px-3"
    >
      <td className="whitespace-nowrap text-muted">
        <Moment at={entry.at} />
      </td>
      <td className="max-w-48 truncate">{entry.actorName ?? t("system")}</td>
      <td>{action ? t(`actions.${action}`) : entry.action}</td>
      <td className="whitespace-nowrap">
        {href ? (
          <Link href={href} className="font-medium hover:underline">
            {named}
          </Link>
        ) : (
          named
        )}
      </td>
      <td className="max-w-96 truncate text-muted">{entry.remark}</td>
    </tr>
  );
}
