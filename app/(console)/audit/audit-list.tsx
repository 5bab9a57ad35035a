import { ScrollText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/format/moment";
import { ListRow, ListTable } from "@/app/_components/shell/list-table";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ListPages } from "@/app/_components/ui/list-pages";
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
      <ListTable
        label={t("title")}
        columns={["at", "actor", "action", "subject", "detail"]}
        nameOf={(column) => t(`columns.${column}`)}
        length={entries.length}
      >
        {entries.map((entry) => (
          <EntryRow key={entry.auditEntryId} entry={entry} words={words} />
        ))}
      </ListTable>
      <ListPages
        label={t("pages")}
        first={{ name: t("firstPage"), href: params.before ? auditHref({ ...params, before: null }) : null }}
        next={{
          name: t("nextPage"),
          href: hasMore ? auditHref({ ...params, before: { at, auditEntryId } }) : null,
        }}
      />
    </>
  );
}

function EntryRow({ entry, words }: { entry: AuditEntry; words: AuditWords }) {
  return (
    <ListRow className="[&>td]:py-2 [&>td]:align-top">
      <td className="whitespace-nowrap text-muted">
        <Moment at={entry.at} />
      </td>
      <td className="max-w-40 truncate">{actorWords(entry, words)}</td>
      <td className="min-w-36 xl:whitespace-nowrap">{actionWords(entry, words)}</td>
      <td className="max-w-64 truncate">
        <Subject entry={entry} words={words} />
      </td>
      <td className="w-full max-w-0">
        <EntryDetails entry={entry} words={words} />
      </td>
    </ListRow>
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
