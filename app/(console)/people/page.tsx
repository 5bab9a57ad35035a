import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { AddPerson } from "@/app/(console)/people/add-person";
import { PeopleFilterBar } from "@/app/(console)/people/people-filter-bar";
import { PeopleList } from "@/app/(console)/people/people-list";
import { loadPeopleParams, readPeopleFilter } from "@/app/(console)/people/search-params";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadPeopleParams(searchParams);
  const viewer = await requireViewerWho("people:read");
  const t = await getTranslations("people");
  const { people, counts, hasMore } = await api.people.list(readPeopleFilter(params));
  const total = counts.active + counts.record_only + counts.deactivated;
  return (
    <ClientMessages namespaces={["ui", "people", "refusals"]}>
      <div className="grid gap-4 px-6 py-4">
        <PageHead
          title={t("title")}
          aside={t("count", { count: total })}
          actions={mayDo(viewer.role, "people:manage") ? <AddPerson /> : null}
        />
        <PeopleFilterBar params={params} counts={{ ...counts, all: total }} />
        <PeopleList people={people} hasMore={hasMore} params={params} />
      </div>
    </ClientMessages>
  );
}
