"use client";

import { Columns3 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Popover } from "@/app/_components/ui/popover";
import { type CallLogParams, callLogHref } from "@/app/(console)/calls/search-params";
import { CallColumn, defaultCallColumns } from "@/server/domain/calls/call-columns";

/** Which columns the list shows; the choice stands in the address, so a saved view keeps it. */
export function ColumnMenu({ params }: { params: CallLogParams }) {
  const t = useTranslations("calls");
  const router = useRouter();
  const shown = params.columns ?? [...defaultCallColumns];

  function toggle(column: CallColumn) {
    const next = CallColumn.options.filter((one) =>
      one === column ? !shown.includes(one) : shown.includes(one),
    );
    const isDefault =
      next.length === defaultCallColumns.length && next.every((one) => defaultCallColumns.includes(one));
    router.replace(callLogHref({ ...params, columns: isDefault ? null : next }), { scroll: false });
  }

  return (
    <Popover
      label={t("chooseColumns")}
      align="end"
      trigger={
        <Button>
          <Columns3 aria-hidden />
          {t("columnsButton")}
        </Button>
      }
    >
      <fieldset className="grid gap-0.5">
        <legend className="sr-only">{t("chooseColumns")}</legend>
        {CallColumn.options.map((column) => (
          <Checkbox
            key={column}
            label={t(`columns.${column}`)}
            checked={shown.includes(column)}
            // A row is opened by its start: that column stays.
            disabled={column === "start"}
            onChange={() => toggle(column)}
          />
        ))}
      </fieldset>
      {params.columns === null ? (
        <p className="mt-2 max-w-48 border-t border-line pt-2 text-caption text-muted">{t("columnsHint")}</p>
      ) : null}
    </Popover>
  );
}
