import type { Metadata } from "next";
import { getTimeZone, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHead } from "@/app/_components/ui/page-head";
import { unreadFields } from "@/app/_components/unread-fields";
import { UnreadNotice } from "@/app/_components/unread-notice";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { AuditFilterForm } from "@/app/(console)/audit/audit-filter-form";
import { AuditList } from "@/app/(console)/audit/audit-list";
import { readAuditWords } from "@/app/(console)/audit/audit-words";
import { ExportLink } from "@/app/(console)/audit/export-link";
import { loadAuditParams, readAuditFilter } from "@/app/(console)/audit/search-params";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const raw = await searchParams;
  const params = await loadAuditParams(raw);
  const { role } = await requireViewerWho("audit:read");
  const t = await getTranslations("audit");
  const filter = readAuditFilter(params, { timeZone: await getTimeZone(), now: Date.now() });
  const [{ entries, hasMore }, names] = await Promise.all([
    api.audit.list({ ...filter, ...(params.before && { before: params.before }) }),
    api.audit.names(),
  ]);
  return (
    <ClientMessages namespaces={["ui"]}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-6 py-4">
        <PageHead
          title={t("title")}
          actions={mayDo(role, "audit:export") ? <ExportLink params={params} /> : null}
        />
        <AuditFilterForm people={names.people} params={params} />
        <UnreadNotice fields={unreadFields(raw, params)} />
        <AuditList entries={entries} hasMore={hasMore} params={params} words={await readAuditWords(names)} />
      </div>
    </ClientMessages>
  );
}
