import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { AuditFilterForm } from "@/app/(console)/audit/audit-filter-form";
import { AuditList } from "@/app/(console)/audit/audit-list";
import { loadAuditParams, readAuditFilter } from "@/app/(console)/audit/search-params";
import { requireViewerWho } from "@/server/auth/require-viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadAuditParams(searchParams);
  await requireViewerWho("audit:read");
  const t = await getTranslations("audit");
  const { entries, people, hasMore } = await api.audit.list(readAuditFilter(params));
  return (
    <ClientMessages namespaces={["ui"]}>
      <div className="grid gap-4 px-6 py-4">
        <PageHead title={t("title")} />
        <AuditFilterForm people={people} params={params} />
        <AuditList entries={entries} hasMore={hasMore} params={params} />
      </div>
    </ClientMessages>
  );
}
