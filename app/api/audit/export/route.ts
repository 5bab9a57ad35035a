import { getTimeZone, getTranslations } from "next-intl/server";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { readAuditWords } from "@/app/(console)/audit/audit-words";
import { exportCells } from "@/app/(console)/audit/export-cells";
import { loadAuditParams, readAuditFilter } from "@/app/(console)/audit/search-params";
import { csvResponse } from "@/server/api/csv-response";
import { exportAudit } from "@/server/api/export-audit";
import { logged } from "@/server/api/logged";
import { refusalResponse } from "@/server/api/refusal-response";
import { requestContext } from "@/server/api/request-context";

/** The address of the audit page with another path: all that its filters find, as a file. */
export const GET = logged(async (request: Request) => {
  const names = await settle(api.audit.names());
  if (!names.ok) return refusalResponse(names);
  const [t, timeZone] = await Promise.all([getTranslations("audit"), getTimeZone()]);
  const words = await readAuditWords(names.value);
  const exported = await exportAudit(await requestContext(), {
    filter: readAuditFilter(loadAuditParams(request), { timeZone, now: Date.now() }),
    ...exportCells({ t, words, timeZone }),
  });
  return exported.ok ? csvResponse(exported.value, "audit.csv") : refusalResponse(exported);
});
