import { ScrollText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/format/moment";
import { WalkedList } from "@/app/_components/shell/walked-list";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { TableFrame } from "@/app/_components/ui/table-frame";
import type { AuditWords } from "@/app/(console)/audit/detail-words";
import { EntryDetails } from "@/app/(console)/audit/entry-details";
import {
  type AuditEntry,
  actionWords,
  actorWords,
  subjectName,
  subjectWords,
} from "@/app/(console)/audit/entry-words";
import { type AuditParams, auditHref } from "@/app/(console)/audit/search-params";
import { subjectHref } from "@/app/(console)/audit/subject-href";

interface AuditListProps {
  entries: readonly AuditEntry[];
  hasMore: boolean;
  params: AuditParams;
  words: AuditWords;
}

export function AuditList({ entries, hasMore, params, words }: AuditListProps) {
  const t = useTranslations("audit");
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
  const { at, auditEntryId } = last;
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
                <EntryRow key={entry.auditEntryId} entry={entry} words={words} />
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
            <ButtonLink href={auditHref({ ...params, before: { at, auditEntryId } })}>
              {t("nextPage")}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

function EntryRow({ entry, words }: { entry: AuditEntry; words: AuditWords }) {
  return (
    <tr
      data-row
      className="border-b border-line last:border-b-0 hover:bg-hover has-focus-visible:bg-selected [&>td]:px-3 [&>td]:py-2 [&>td]:align-top"
    >
      <td className="whitespace-nowrap text-muted">
        <Moment at={entry.at} />
      </td>
      <td className="max-w-40 truncate">{actorWords(entry, words)}</td>
      <td className="min-w-36">{actionWords(entry, words)}</td>
      <td className="max-w-64 truncate">
        <Subject entry={entry} words={words} />
      </td>
      <td className="w-full max-w-0">
        <EntryDetails entry={entry} words={words} />
      </td>
    </tr>
  );
}

/** What it was done to: of which kind, and how it is called where it has a name. */
function Subject({ entry, words }: { entry: AuditEntry; words: AuditWords }) {
  const href = subjectHref(entry);
  const name = subjectName(entry, words);
  const kind = subjectWords(entry, words);
  const named = name === null ? kind : `${kind} ${name}`;
  if (href === null) return named;
  return (
    <Link href={href} title={named} className="font-medium hover:underline">
      {named}
    </Link>
  );
}
