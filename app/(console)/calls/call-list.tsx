"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useListWalk } from "@/app/_components/shell/use-list-walk";
import { CallPeek } from "@/app/(console)/calls/call-peek";
import { hrefOfRow } from "@/app/(console)/calls/call-place";
import { type CallRow, nameOfRow } from "@/app/(console)/calls/call-row";
import { CallTable } from "@/app/(console)/calls/call-table";
import { type CallLogParams, callLogHref } from "@/app/(console)/calls/search-params";
import type { CallColumn } from "@/server/domain/calls/call-columns";

interface CallListProps {
  rows: readonly CallRow[];
  params: CallLogParams;
  columns: readonly CallColumn[];
}

/** The list with a call opened beside it: J and K walk, Enter opens the page, Escape closes. */
export function CallList({ rows, params, columns }: CallListProps) {
  const t = useTranslations("calls");
  const list = useRef<HTMLDivElement>(null);
  const [peeked, setPeeked] = useState(useSearchParams().get("peek"));
  const index = rows.findIndex((row) => nameOfRow(row) === peeked);
  const call = rows[index];

  const rowOf = (name: string) => list.current?.querySelector(`[data-row="${name}"]`);

  const show = useEffectEvent(() => peeked && rowOf(peeked)?.scrollIntoView({ block: "nearest" }));
  // Whoever comes back to the list finds the row where they left it.
  useEffect(() => void show(), []);

  /** In the address too, so that the way back from a call leads here. */
  function peek(name: string | null) {
    setPeeked(name);
    window.history.replaceState(null, "", callLogHref({ ...params, peek: name }));
  }

  useListWalk({
    length: rows.length,
    at: () => index,
    goTo(to) {
      const name = rows[to] ? nameOfRow(rows[to]) : null;
      peek(name);
      const row = name === null ? null : rowOf(name);
      // Whatever had the focus before, Enter means this row from here on.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      row?.querySelector("a")?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    },
    open: () => call && rowOf(nameOfRow(call))?.querySelector("a")?.click(),
    leave: () => peek(null),
  });

  return (
    <div className="flex items-start gap-4">
      <section
        ref={list}
        aria-label={t("title")}
        className="@container min-w-0 flex-1 overflow-x-auto rounded-lg border border-line bg-surface"
      >
        <CallTable
          rows={rows}
          params={params}
          columns={columns}
          peeked={call ? nameOfRow(call) : null}
          onPeek={peek}
        />
      </section>
      {call ? (
        <CallPeek
          key={nameOfRow(call)}
          call={call}
          href={hrefOfRow(call, { ...params, peek: peeked })}
          onClose={() => peek(null)}
        />
      ) : null}
    </div>
  );
}
