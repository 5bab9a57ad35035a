"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { CallOutcomeWord } from "@/app/_components/call-outcome-word";
import { formatDuration } from "@/app/_components/format/duration";
import { Moment } from "@/app/_components/format/moment";
import { onDraftChange, readDraft } from "@/app/_components/notes/draft-store";
import { WalkedList } from "@/app/_components/shell/walked-list";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import type { UserId } from "@/server/domain/identifiers";

type RecentCall = RouterOutputs["workbench"]["recentCalls"][number];

interface RecentCallsProps {
  calls: readonly RecentCall[];
  viewerId: UserId;
}

/** The last calls, the youngest first; J and K walk through them, Enter opens the one in focus. */
export function RecentCalls({ calls, viewerId }: RecentCallsProps) {
  const { callId } = useParams<{ callId?: string }>();
  return (
    <WalkedList length={calls.length} from={calls.findIndex((call) => call.callId === callId)}>
      <ol className="grid overflow-hidden rounded-lg border border-line bg-surface">
        {calls.map((call) => (
          <li key={call.callId} data-row className="border-t border-line first:border-t-0">
            <Link
              href={`/agent/${call.callId}`}
              prefetch={false}
              aria-current={call.callId === callId ? "page" : undefined}
              className={clsx(
                "grid gap-0.5 px-3 py-2 text-table outline-offset-[-2px]",
                call.callId === callId ? "bg-selected" : "hover:bg-hover",
              )}
            >
              <RecentCallRow call={call} viewerId={viewerId} />
            </Link>
          </li>
        ))}
      </ol>
    </WalkedList>
  );
}

function RecentCallRow({ call, viewerId }: { call: RecentCall; viewerId: UserId }) {
  const t = useTranslations("agent");
  const hasDraft = useSyncExternalStore(
    onDraftChange,
    () => Boolean(readDraft(`${viewerId}/call/${call.callId}`)?.body.trim()),
    () => false,
  );
  return (
    <>
      <span className="flex items-baseline justify-between gap-2">
        <span className="truncate font-medium">
          {call.customerName ?? call.customerNumber ?? t("unknown")}
        </span>
        <span className="text-caption text-muted">
          <Moment at={call.startedAt} />
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 text-caption text-muted">
        <CallOutcomeWord outcome={call.outcome} />
        <span>{t("talk", { length: formatDuration(call.talkMs) })}</span>
        {call.noteCount > 0 ? <span>{t("notes", { count: call.noteCount })}</span> : null}
        {hasDraft ? <span className="font-medium text-warning">{t("draft")}</span> : null}
      </span>
    </>
  );
}
