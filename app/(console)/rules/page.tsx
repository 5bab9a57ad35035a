import { Split } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { DraftTable } from "@/app/(console)/rules/draft-table";
import { ImportRules } from "@/app/(console)/rules/import-rules";
import { LiveVersion } from "@/app/(console)/rules/live-version";
import { NewDraft } from "@/app/(console)/rules/new-draft";
import { VersionTable } from "@/app/(console)/rules/version-table";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rules");
  return { title: t("title") };
}

export default async function RulesPage() {
  const viewer = await requireViewerWho("rules:read");
  const t = await getTranslations("rules");
  const { live, scheduled, drafts } = await api.rules.overview();
  const edits = mayDo(viewer.role, "rules:edit");
  return (
    <ClientMessages namespaces={["ui", "rules", "refusals", "failure"]}>
      <div className="grid max-w-6xl gap-6 px-6 py-4">
        <PageHead
          title={t("title")}
          actions={
            <>
              <Link href="/rules/history" className="px-2 text-body text-muted hover:text-ink">
                {t("history.title")}
              </Link>
              {edits ? <ImportRules /> : null}
              {edits ? <NewDraft liveNumber={live?.number ?? null} /> : null}
            </>
          }
        />
        {live === null ? (
          <EmptyState icon={<Split />} title={t("empty.title")}>
            {t("empty.text")}
          </EmptyState>
        ) : (
          <LiveVersion live={live} />
        )}
        {scheduled.length > 0 ? (
          <section className="grid gap-2">
            <h2 className="font-semibold text-table">{t("scheduled.title")}</h2>
            <VersionTable
              versions={scheduled}
              label={t("scheduled.title")}
              mayCancel={mayDo(viewer.role, "rules:publish")}
            />
          </section>
        ) : null}
        <section className="grid gap-2">
          <h2 className="font-semibold text-table">{t("drafts.title")}</h2>
          <DraftTable drafts={drafts} edits={edits} />
        </section>
      </div>
    </ClientMessages>
  );
}
