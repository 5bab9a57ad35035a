import type { Metadata } from "next";
import { getTimeZone, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { type ReactNode, Suspense } from "react";
import { readFilterChoices } from "@/app/_components/read-filter-choices";
import { PageHead } from "@/app/_components/ui/page-head";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { unreadFields } from "@/app/_components/unread-fields";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { CallCount } from "@/app/(console)/calls/call-count";
import { CallLog } from "@/app/(console)/calls/call-log";
import { CallLogActions } from "@/app/(console)/calls/call-log-actions";
import { FilterBar } from "@/app/(console)/calls/filter-bar";
import { readFilter, settleSearch } from "@/app/(console)/calls/read-filter";
import { loadCallLogParams } from "@/app/(console)/calls/search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calls");
  return { title: t("title") };
}

export default async function CallsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const raw = await searchParams;
  const typed = await loadCallLogParams(raw);
  const params = settleSearch(typed);
  const t = await getTranslations("calls");
  const filter = readFilter(params, { timeZone: await getTimeZone(), now: Date.now() });
  const choices = await readFilterChoices();
  // What a figure counts comes with the page, for readers without scripts too; any other count may follow.
  const count = <CallCount filter={filter} cohort={params.cohort} />;
  return (
    <ClientMessages namespaces={["ui", "views", "calls", "call", "notes", "refusals"]}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-6 py-4">
        <PageHead
          title={t("title")}
          aside={params.cohort ? count : <CountToCome key={JSON.stringify(filter)}>{count}</CountToCome>}
          actions={<CallLogActions params={params} filter={filter} />}
        />
        <FilterBar params={params} filter={filter} choices={choices} unread={unreadFields(raw, typed)} />
        <CallLog params={params} filter={filter} />
      </div>
    </ClientMessages>
  );
}

function CountToCome({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Skeleton className="h-5 w-24" />}>{children}</Suspense>;
}
