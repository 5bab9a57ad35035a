"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Notice } from "@/app/_components/ui/notice";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import { trpcOptions } from "@/app/_trpc/query-client";
import { type CallLogParams, callLogHref, firstPage } from "@/app/(console)/calls/search-params";
import { useExport } from "@/app/(console)/calls/use-export";
import type { CallFilter } from "@/server/domain/calls/call-filter";
import { exportedCallsMax } from "@/server/domain/calls/export-limit";

/** The list as it stands, with its filters, order and columns, as a file. */
export function ExportDialog({ params, filter }: { params: CallLogParams; filter: CallFilter }) {
  const t = useTranslations("calls");
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const run = useExport(callLogHref({ ...params, ...firstPage }).replace("/calls", "/api/calls/export"));
  const lines = useLineCount(params, filter, open);
  const total = lines === undefined ? null : Math.min(lines, exportedCallsMax);

  function change(next: boolean) {
    if (!next) run.cancel();
    setOpen(next);
  }

  return (
    <Dialog
      title={t("export.title")}
      description={t("export.what", { limit: exportedCallsMax })}
      open={open}
      onOpenChange={change}
      trigger={
        <Button>
          <Download aria-hidden />
          {t("export.button")}
        </Button>
      }
      footer={
        run.state === "running" ? (
          <Button onClick={run.cancel}>{t("export.cancel")}</Button>
        ) : (
          <Button variant="primary" onClick={run.start} disabled={total === 0}>
            {t("export.start")}
          </Button>
        )
      }
    >
      <ProgressBar
        label={t(`export.states.${run.state}`)}
        share={total === null || total === 0 ? 0 : Math.min(1, run.rows / total)}
        figure={t("export.progress", { rows: run.rows, total: total === null ? "…" : format.number(total) })}
      />
      {lines !== undefined && lines > exportedCallsMax ? (
        <Notice tone="warning" title={t("export.tooMany", { count: lines, limit: exportedCallsMax })} />
      ) : null}
    </Dialog>
  );
}

/** How many lines the whole list would take: one for each call, or for each record behind a figure. */
function useLineCount({ cohort }: CallLogParams, filter: CallFilter, enabled: boolean): number | undefined {
  const calls = useQuery({
    ...trpcOptions.calls.count.queryOptions({ filter }),
    enabled: enabled && cohort === null,
  });
  const records = useQuery({
    ...trpcOptions.cohorts.count.queryOptions(cohort ? { cohort, filter } : skipToken),
    enabled,
  });
  return cohort ? records.data?.records : calls.data;
}
