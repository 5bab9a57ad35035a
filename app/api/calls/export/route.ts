import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { exportCells } from "@/app/(console)/calls/export-cells";
import { readFilter, readSort, settleSearch } from "@/app/(console)/calls/read-filter";
import { loadCallLogParams } from "@/app/(console)/calls/search-params";
import { csvResponse } from "@/server/api/csv-response";
import { exportCalls } from "@/server/api/export-calls";
import { logged } from "@/server/api/logged";
import { requestContext } from "@/server/api/request-context";
import { CallColumn, defaultCallColumns } from "@/server/domain/calls/call-columns";

/** The call log's address with another path: the same list as a file. */
export const GET = logged(async (request: Request) => {
  const params = settleSearch(loadCallLogParams(request));
  const chosen = params.columns ?? defaultCallColumns;
  const columns = CallColumn.options.filter((column) => chosen.includes(column));
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()]);
  const [t, ofCall] = await Promise.all([getTranslations("calls"), getTranslations("call")]);
  const { cohort } = params;
  const exported = await exportCalls(await requestContext(), {
    cohort: cohort ?? undefined,
    filter: readFilter(params, { timeZone, now: Date.now() }),
    sort: readSort(params),
    columns,
    ...exportCells(columns, { t, ofCall, timeZone, locale, cohort }),
  });
  if (!exported.ok) return Response.json({ refusal: exported }, { status: 403 });
  return csvResponse(exported.value, "calls.csv");
});
