import { getTimeZone } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { hrefOfNeighbour, loadCallPlace, type RowCursor } from "@/app/(console)/calls/call-place";
import { readFilter, readSort, settleSearch } from "@/app/(console)/calls/read-filter";
import { type CallLogParams, callLogHref, loadCallLogParams } from "@/app/(console)/calls/search-params";

type NeighbourHref = ReturnType<typeof hrefOfNeighbour>;

/** Where a call stands in a list: the addresses of the list and of the calls before and after. */
export interface ListAround {
  readonly back: ReturnType<typeof callLogHref>;
  readonly previous: NeighbourHref | null;
  readonly next: NeighbourHref | null;
}

/** The list that a call was opened from and its neighbours there; null for a call that was opened by itself. */
export async function readListAround(searchParams: Promise<SearchParams>): Promise<ListAround | null> {
  const { list, row, record } = await loadCallPlace(searchParams);
  if (list === null) return null;
  const params = settleSearch(loadCallLogParams(new URLSearchParams(list)));
  const around = await readAround(params, params.cohort ? record : row);
  const href = (at: RowCursor | null | undefined) => (at ? hrefOfNeighbour(at, params) : null);
  return { back: callLogHref(params), previous: href(around?.previous), next: href(around?.next) };
}

/** Undefined where the address does not say where the call stood, or says something that is refused. */
async function readAround(params: CallLogParams, at: RowCursor | null) {
  if (at === null) return undefined;
  const filter = readFilter(params, { timeZone: await getTimeZone(), now: Date.now() });
  const { cohort, order } = params;
  const around = await settle<{ previous: RowCursor | null; next: RowCursor | null }>(
    cohort && "ordinal" in at
      ? api.cohorts.around({ cohort, filter, order, at })
      : api.calls.around({ filter, sort: readSort(params), at: { value: null, ...at } }),
  );
  return around.ok ? around.value : undefined;
}
