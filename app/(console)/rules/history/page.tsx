import { History } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { loadHistoryParams } from "@/app/(console)/rules/history/search-params";
import { VersionTable } from "@/app/(console)/rules/version-table";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";
import { VersionNumber } from "@/server/domain/routing/versions/draft";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rules.history");
  return { title: t("title") };
}

export default async function RulesHistoryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewerWho("rules:read");
  const t = await getTranslations("rules.history");
  const below = VersionNumber.safeParse((await loadHistoryParams(searchParams)).below).data;
  const { versions, hasMore } = await api.rules.history({ below });
  const last = versions.at(-1);
  return (
    <ClientMessages namespaces={["ui", "rules", "refusals", "failure"]}>
      <div className="grid max-w-6xl gap-4 px-6 py-4">
        <Link href="/rules" className="justify-self-start text-table text-muted hover:text-ink">
          {t("back")}
        </Link>
        <PageHead title={t("title")} />
        {last === undefined ? (
          <EmptyState icon={<History />} title={t("empty.title")}>
            {t("empty.text")}
          </EmptyState>
        ) : (
          <VersionTable
            versions={versions}
            label={t("title")}
            mayCancel={mayDo(viewer.role, "rules:publish")}
          />
        )}
        <nav aria-label={t("pages")} className="flex justify-end gap-2">
          {below === undefined ? null : <ButtonLink href="/rules/history">{t("newest")}</ButtonLink>}
          {hasMore && last ? (
            <ButtonLink href={`/rules/history?below=${last.number}`}>{t("older")}</ButtonLink>
          ) : null}
        </nav>
      </div>
    </ClientMessages>
  );
}
