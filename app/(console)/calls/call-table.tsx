import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { CallCell } from "@/app/(console)/calls/call-cell";
import type { CallRow } from "@/app/(console)/calls/call-row";
import { type CallLogParams, callLogHref, firstPage } from "@/app/(console)/calls/search-params";
import { CallColumn } from "@/server/domain/calls/call-columns";
import type { CallSort } from "@/server/domain/calls/call-filter";

const sortable: Partial<Record<CallColumn, CallSort["by"]>> = {
  start: "start",
  wait: "wait",
  talk: "talk",
  handle: "handle",
};

const figures: ReadonlySet<CallColumn> = new Set([
  "ivr",
  "wait",
  "talk",
  "hold",
  "wrapUp",
  "handle",
  "visits",
  "transfers",
  "notes",
]);

interface CallTableProps {
  rows: readonly CallRow[];
  params: CallLogParams;
  columns: readonly CallColumn[];
  peeked: string | null;
  onPeek: (callId: string) => void;
}

export function CallTable({ rows, params, columns, peeked, onPeek }: CallTableProps) {
  const t = useTranslations("calls");
  const shown = CallColumn.options.filter((column) => columns.includes(column));

  function peek(event: MouseEvent, callId: string) {
    const onLink = event.target instanceof HTMLElement && event.target.closest("a");
    if (!onLink) onPeek(callId);
  }

  return (
    <table className="w-full border-collapse text-table">
      <thead>
        <tr className="h-9 border-b border-line text-left text-muted">
          {shown.map((column) => (
            <HeadCell key={column} column={column} params={params} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.callId}
            data-call-id={row.callId}
            aria-current={row.callId === peeked || undefined}
            onClick={(event) => peek(event, row.callId)}
            className={clsx(
              "h-9 cursor-default border-b border-line last:border-b-0 hover:bg-hover aria-current:bg-selected",
              row.deletedAt !== null && "text-muted line-through decoration-line-strong",
            )}
          >
            {shown.map((column) => (
              <td
                key={column}
                className={clsx(
                  "px-3 whitespace-nowrap first:pl-4 last:pr-4",
                  figures.has(column) && "text-right",
                )}
              >
                <CallCell column={column} row={row} />
                {column === "start" && row.deletedAt !== null ? (
                  <span className="sr-only">{t("isDeleted")}</span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell({ column, params }: { column: CallColumn; params: CallLogParams }) {
  const t = useTranslations("calls");
  const by = sortable[column];
  const look = clsx(
    "px-3 font-medium whitespace-nowrap first:pl-4 last:pr-4",
    figures.has(column) && "text-right",
  );
  if (by === undefined) {
    return (
      <th scope="col" className={look}>
        {t(`columns.${column}`)}
      </th>
    );
  }
  const sorted = params.sort === by;
  const order = sorted && params.order === "descending" ? "ascending" : "descending";
  const Arrow = params.order === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={sorted ? params.order : "none"} className={look}>
      <Link
        href={callLogHref({ ...params, ...firstPage, sort: by, order })}
        className={clsx(
          "inline-flex items-center gap-1 rounded-sm align-middle hover:text-ink",
          figures.has(column) && "flex-row-reverse",
          sorted && "text-ink",
        )}
      >
        {t(`columns.${column}`)}
        <Arrow aria-hidden className={clsx("size-3.5", !sorted && "invisible")} />
      </Link>
    </th>
  );
}
