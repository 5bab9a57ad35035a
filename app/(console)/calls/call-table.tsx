import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { CallCell } from "@/app/(console)/calls/call-cell";
import { hrefOfRow } from "@/app/(console)/calls/call-place";
import { type CallRow, nameOfRow } from "@/app/(console)/calls/call-row";
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

/** From which width of the list on a column stands in it, as long as nobody has chosen the columns. */
const roomFor: Partial<Record<CallColumn, string>> = {
  place: "hidden @min-[70rem]:table-cell",
  skillGroup: "hidden @min-[54rem]:table-cell",
  ivr: "hidden @min-[70rem]:table-cell",
  handle: "hidden @min-[54rem]:table-cell",
  notes: "hidden @min-[54rem]:table-cell",
};

/** How wide a column of names may become before they are cut short. */
const widest: Partial<Record<CallColumn, string>> = {
  customer: "max-w-48 @min-[70rem]:max-w-52",
  place: "max-w-40",
  skillGroup: "max-w-28 @min-[70rem]:max-w-32",
  agent: "max-w-28 @min-[70rem]:max-w-32",
};

function cellLook(column: CallColumn, params: CallLogParams): string {
  return clsx(
    "px-2 whitespace-nowrap first:pl-4 last:pr-4",
    figures.has(column) && "text-right",
    params.columns === null && roomFor[column],
  );
}

interface CallTableProps {
  rows: readonly CallRow[];
  params: CallLogParams;
  columns: readonly CallColumn[];
  peeked: string | null;
  onPeek: (name: string) => void;
}

export function CallTable({ rows, params, columns, peeked, onPeek }: CallTableProps) {
  const t = useTranslations("calls");
  const shown = CallColumn.options.filter((column) => columns.includes(column));

  function peek(event: MouseEvent, name: string) {
    const onLink = event.target instanceof HTMLElement && event.target.closest("a");
    if (!onLink) onPeek(name);
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
            key={nameOfRow(row)}
            data-row={nameOfRow(row)}
            aria-current={nameOfRow(row) === peeked || undefined}
            onClick={(event) => peek(event, nameOfRow(row))}
            className={clsx(
              "h-9 cursor-default border-b border-line last:border-b-0 hover:bg-hover aria-current:bg-selected",
              row.deletedAt !== null && "text-muted line-through decoration-line-strong",
            )}
          >
            {shown.map((column) => (
              <td key={column} className={cellLook(column, params)}>
                <div className={widest[column]}>
                  <CallCell
                    column={column}
                    row={row}
                    href={hrefOfRow(row, { ...params, peek: nameOfRow(row) === peeked ? peeked : null })}
                  />
                </div>
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
  const { cohort } = params;
  const by = cohort && column !== "start" ? undefined : sortable[column];
  const name = cohort && column === "start" ? t(`cohort.anchors.${cohort.unit}`) : t(`columns.${column}`);
  const look = clsx("font-medium", cellLook(column, params));
  if (by === undefined) {
    return (
      <th scope="col" className={look}>
        {name}
      </th>
    );
  }
  const sorted = cohort !== null || params.sort === by;
  const order = sorted && params.order === "descending" ? "ascending" : "descending";
  const Arrow = params.order === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={sorted ? params.order : "none"} className={look}>
      <Link
        href={callLogHref({ ...params, ...firstPage, sort: by, order })}
        className={clsx(
          "relative inline-flex items-center rounded-sm align-middle hover:text-ink",
          sorted && "text-ink",
        )}
      >
        {name}
        {sorted ? (
          <Arrow
            aria-hidden
            className={clsx(
              "absolute size-3.5",
              figures.has(column) ? "right-full mr-0.5" : "left-full ml-1",
            )}
          />
        ) : null}
      </Link>
    </th>
  );
}
