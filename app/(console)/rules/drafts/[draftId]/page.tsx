import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Moment } from "@/app/_components/format/moment";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import { Button } from "@/app/_components/ui/button";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { DiscardDraft } from "@/app/(console)/rules/discard-draft";
import { PublishDialog } from "@/app/(console)/rules/publish-dialog";
import { RuleList } from "@/app/(console)/rules/rule-list";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";
import { DraftId } from "@/server/domain/routing/versions/draft";

type DraftPageProps = PageProps<"/rules/drafts/[draftId]">;

const findDraft = cache(async (text: string) => {
  const draftId = DraftId.safeParse(text).data;
  return draftId === undefined ? refuse("draft_not_found") : await settle(api.rules.draft({ draftId }));
});

export async function generateMetadata({ params }: DraftPageProps): Promise<Metadata> {
  await requireViewerWho("rules:read");
  const t = await getTranslations("rules");
  const draft = await findDraft((await params).draftId);
  return { title: draft.ok ? draft.value.name : t("title") };
}

export default async function DraftPage({ params }: DraftPageProps) {
  const viewer = await requireViewerWho("rules:read");
  const t = await getTranslations("rules.drafts");
  const draft = await findDraft((await params).draftId);
  const { groups } = await api.rules.known();
  return (
    <ClientMessages namespaces={["ui", "rules", "refusals", "failure"]}>
      <div className="grid max-w-6xl gap-5 px-6 py-4">
        <Link href="/rules" className="justify-self-start text-table text-muted hover:text-ink">
          {t("back")}
        </Link>
        {draft.ok ? (
          <>
            <PageHead
              title={draft.value.name}
              aside={t.rich("changedBy", {
                name: draft.value.updatedByName,
                moment: () => <Moment at={draft.value.updatedAt} />,
              })}
              actions={
                <>
                  {mayDo(viewer.role, "rules:edit") ? <DiscardDraft draft={draft.value} leaves /> : null}
                  {mayDo(viewer.role, "rules:publish") ? (
                    <PublishDialog
                      what={{ draftId: draft.value.draftId, revision: draft.value.revision }}
                      trigger={<Button variant="primary">{t("publish")}</Button>}
                    />
                  ) : null}
                </>
              }
            />
            <RuleList ruleSet={draft.value.ruleSet} groups={groups} />
          </>
        ) : (
          <RefusalNotice refusal={draft} />
        )}
      </div>
    </ClientMessages>
  );
}
