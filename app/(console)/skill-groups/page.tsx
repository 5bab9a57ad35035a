import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { AddSkillGroup } from "@/app/(console)/skill-groups/add-skill-group";
import { loadSkillGroupParams } from "@/app/(console)/skill-groups/search-params";
import { SkillGroupList } from "@/app/(console)/skill-groups/skill-group-list";
import { StateLinks } from "@/app/(console)/skill-groups/state-links";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("skillGroups");
  return { title: t("title") };
}

export default async function SkillGroupsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state } = await loadSkillGroupParams(searchParams);
  const viewer = await requireViewerWho("skillGroups:read");
  const t = await getTranslations("skillGroups");
  const { groups, counts, at } = await api.skillGroups.list({ state });
  return (
    <ClientMessages namespaces={["ui", "skillGroups", "refusals"]}>
      <div className="grid gap-4 px-6 py-4">
        <PageHead
          title={t("title")}
          aside={t("count", { count: groups.length })}
          actions={mayDo(viewer.role, "skillGroups:manage") ? <AddSkillGroup /> : null}
        />
        <StateLinks state={state} counts={counts} />
        <SkillGroupList groups={groups} state={state} at={at} />
      </div>
    </ClientMessages>
  );
}
