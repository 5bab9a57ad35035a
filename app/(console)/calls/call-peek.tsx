"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowUpRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { CallOutcomeWord } from "@/app/_components/call-outcome-word";
import { CallTimeline } from "@/app/_components/calls/call-timeline";
import { Moment } from "@/app/_components/format/moment";
import { NotesPanel } from "@/app/_components/notes/notes-panel";
import { ButtonLink } from "@/app/_components/ui/button";
import { IconButton } from "@/app/_components/ui/icon-button";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { trpcOptions } from "@/app/_trpc/query-client";
import { CallCell } from "@/app/(console)/calls/call-cell";
import type { hrefOfRow } from "@/app/(console)/calls/call-place";
import type { CallRow } from "@/app/(console)/calls/call-row";
import type { CallColumn } from "@/server/domain/calls/call-columns";

const facts: readonly CallColumn[] = [
  "place",
  "direction",
  "skillGroup",
  "agent",
  "verification",
  "keys",
  "ivr",
  "wait",
  "talk",
  "hold",
  "wrapUp",
  "handle",
];

interface CallPeekProps {
  call: CallRow;
  /** Where the call is opened; null where it may not be. */
  href: ReturnType<typeof hrefOfRow>;
  onClose: () => void;
}

/** A call opened beside the list. What the row knows stands there at once; its notes follow. */
export function CallPeek({ call, href, onClose }: CallPeekProps) {
  const t = useTranslations("calls");
  return (
    <aside
      aria-label={t("peek")}
      className="top-4 right-4 z-20 grid max-xl:fixed max-xl:shadow-float xl:sticky max-h-[calc(100dvh-2rem)] w-104 shrink-0 content-start gap-4 overflow-y-auto rounded-lg border border-line bg-surface p-4"
    >
      <header className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 gap-0.5">
          <h2 className="text-body font-semibold">
            <CallCell column="customer" row={call} />
          </h2>
          <p className="text-table text-muted">
            <Moment at={call.startedAt} as="exact" />
          </p>
          <p className="text-table">
            <CallOutcomeWord outcome={call.outcome} />
          </p>
        </div>
        {href === null ? null : (
          <ButtonLink size="sm" href={href}>
            {t("openCall")}
            <ArrowUpRight aria-hidden />
          </ButtonLink>
        )}
        <IconButton label={t("closePeek")} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-table">
        {facts.map((column) => (
          <div key={column} className="grid gap-0.5">
            <dt className="text-caption text-muted">{t(`columns.${column}`)}</dt>
            <dd className="truncate">
              <CallCell column={column} row={call} />
            </dd>
          </div>
        ))}
      </dl>
      {href === null ? (
        <p className="rounded-md bg-danger-soft px-3 py-2 text-table">{t("deletedUnseen")}</p>
      ) : (
        <>
          <PeekTimeline call={call} />
          <PeekNotes call={call} />
        </>
      )}
    </aside>
  );
}

function PeekTimeline({ call }: { call: CallRow }) {
  const found = useQuery(trpcOptions.callRecord.byId.queryOptions({ callId: call.callId }));
  if (found.isError) return null;
  // As tall as the timeline of an ordinary call, so that what stands below does not jump.
  return (
    <div className="min-h-48">
      {found.data ? <CallTimeline sheet={found.data} width="narrow" /> : <Skeleton className="h-48" />}
    </div>
  );
}

function PeekNotes({ call }: { call: CallRow }) {
  const t = useTranslations("calls");
  // Never from the cache: the panel keeps the notes itself from here on.
  const found = useQuery(
    trpcOptions.notes.ofCall.queryOptions({ callId: call.callId }, { staleTime: 0, gcTime: 0 }),
  );
  if (found.isError) return <p className="text-table text-danger">{t("notesUnavailable")}</p>;
  if (!found.data) return <Skeleton className="h-40" />;
  return <NotesPanel callId={call.callId} initial={found.data} />;
}
