import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { cache } from "react";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { RuleEditor } from "@/app/(console)/rules/drafts/[draftId]/rule-editor";
import { namesOf } from "@/app/(console)/rules/names-of";
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
  const locale = await getLocale();
  const draft = await findDraft((await params).draftId);
  const knowledge = await api.rules.known();
  return (
    <ClientMessages
      namespaces={["ui", "rules", "ruleEditor", "ruleWords", "explanation", "refusals", "failure"]}
    >
      <div className="grid gap-4 px-6 py-4">
        <Link href="/rules" className="justify-self-start text-table text-muted hover:text-ink">
          {t("back")}
        </Link>
        {draft.ok ? (
          <NuqsAdapter>
            <RuleEditor
              draft={draft.value}
              knowledge={knowledge}
              names={namesOf(knowledge, locale)}
              now={Date.now()}
              isReadOnly={!mayDo(viewer.role, "rules:edit")}
              mayPublish={mayDo(viewer.role, "rules:publish")}
            />
          </NuqsAdapter>
        ) : (
          <RefusalNotice refusal={draft} />
        )}
      </div>
    </ClientMessages>
  );
}
