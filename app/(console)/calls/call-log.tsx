import { PhoneOff, SearchX } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { localPlace } from "@/app/_i18n/place-names";
import { api, viewerOfRequest } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { CallList } from "@/app/(console)/calls/call-list";
import type { CallRow } from "@/app/(console)/calls/call-row";
import { ImportLink } from "@/app/(console)/calls/import-link";
import { Pager } from "@/app/(console)/calls/pager";
import { readSort } from "@/app/(console)/calls/read-filter";
import type { CallLogParams } from "@/app/(console)/calls/search-params";
import { defaultCallColumns } from "@/server/domain/calls/call-columns";
import type { CallFilter } from "@/server/domain/calls/call-filter";
import type { Cohort } from "@/server/domain/metrics/cohort";
import { mayDo } from "@/server/domain/people/permissions";

/** The page of calls that the address asks for. */
export async function CallLog({ params, filter }: { params: CallLogParams; filter: CallFilter }) {
  const listed = await settle(
    params.cohort ? readRecords(params, params.cohort, filter) : readCalls(params, filter),
  );
  if (!listed.ok) return <RefusalNotice refusal={listed} />;
  const { rows, previous, next } = listed.value;
  if (rows.length === 0) return <NoCalls />;
  const locale = await getLocale();
  return (
    <>
      <CallList
        rows={rows.map((row) => localPlace(locale, row))}
        params={params}
        columns={params.columns ?? [...defaultCallColumns]}
      />
      <Pager params={params} previous={previous} next={next} />
    </>
  );
}

interface ListPage {
  readonly rows: readonly CallRow[];
  /** What the addresses of the neighbouring pages say, null where there is none. */
  readonly previous: Partial<CallLogParams> | null;
  readonly next: Partial<CallLogParams> | null;
}

async function readCalls(params: CallLogParams, filter: CallFilter): Promise<ListPage> {
  const { rows, previous, next } = await api.calls.list({
    filter,
    sort: readSort(params),
    ...(params.after && { after: params.after }),
    ...(params.before && { before: params.before }),
  });
  return { rows, previous: previous && { before: previous }, next: next && { after: next } };
}

/** The same of the records behind a figure. */
async function readRecords(params: CallLogParams, cohort: Cohort, filter: CallFilter): Promise<ListPage> {
  const { rows, previous, next } = await api.cohorts.list({
    cohort,
    filter,
    order: params.order,
    ...(params.afterRecord && { after: params.afterRecord }),
    ...(params.beforeRecord && { before: params.beforeRecord }),
  });
  return { rows, previous: previous && { beforeRecord: previous }, next: next && { afterRecord: next } };
}

async function NoCalls() {
  const t = await getTranslations("calls");
  if (await api.calls.any()) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("nothingMatches.title")}
        actions={<ButtonLink href="/calls">{t("clearFilters")}</ButtonLink>}
      >
        {t("nothingMatches.why")}
      </EmptyState>
    );
  }
  const viewer = await viewerOfRequest();
  const mayImport = viewer !== null && mayDo(viewer.role, "imports:run");
  return (
    <EmptyState
      icon={<PhoneOff aria-hidden />}
      title={t("noCalls.title")}
      actions={mayImport ? <ImportLink /> : undefined}
    >
      {t("noCalls.why")}
    </EmptyState>
  );
}
