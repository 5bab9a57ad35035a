import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { LeaveWarning } from "@/app/_components/leave-warning";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import { BackLink } from "@/app/_components/ui/back-link";
import { Badge } from "@/app/_components/ui/badge";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { SkillGroupActions } from "@/app/(console)/skill-groups/[skillGroupId]/skill-group-actions";
import { SkillGroupSections } from "@/app/(console)/skill-groups/[skillGroupId]/skill-group-sections";
import { OpenWord } from "@/app/(console)/skill-groups/open-word";
import { loadSkillGroupPageParams, readMonth } from "@/app/(console)/skill-groups/search-params";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { SkillGroupId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";

type SkillGroupPageProps = PageProps<"/skill-groups/[skillGroupId]">;

const findGroup = cache(async (id: string) => {
  const skillGroupId = SkillGroupId.safeParse(id);
  return skillGroupId.success
    ? await settle(api.skillGroups.byId({ skillGroupId: skillGroupId.data }))
    : refuse("skill_group_not_found");
});

export async function generateMetadata({ params }: SkillGroupPageProps): Promise<Metadata> {
  const t = await getTranslations("skillGroups");
  const { skillGroupId } = await params;
  await requireViewerWho("skillGroups:read");
  const group = await findGroup(skillGroupId);
  return { title: group.ok ? group.value.name : t("title") };
}

export default async function SkillGroupPage({ params, searchParams }: SkillGroupPageProps) {
  const { skillGroupId } = await params;
  const { month } = await loadSkillGroupPageParams(searchParams);
  const viewer = await requireViewerWho("skillGroups:read");
  const t = await getTranslations("skillGroups");
  const found = await findGroup(skillGroupId);
  const manages = mayDo(viewer.role, "skillGroups:manage");
  return (
    <ClientMessages namespaces={["ui", "skillGroups", "refusals"]}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-6 py-4">
        <BackLink href="/skill-groups">{t("back")}</BackLink>
        {found.ok ? (
          <>
            <PageHead
              title={found.value.name}
              aside={
                found.value.archivedAt === null ? (
                  <OpenWord hours={found.value.hours} at={found.value.at} />
                ) : (
                  <Badge tone="warning">{t("states.archived")}</Badge>
                )
              }
              actions={manages ? <SkillGroupActions group={found.value} /> : null}
            />
            {manages ? <LeaveWarning /> : null}
            <SkillGroupSections group={found.value} manages={manages} month={readMonth(month)} />
          </>
        ) : (
          <RefusalNotice refusal={found} />
        )}
      </div>
    </ClientMessages>
  );
}
