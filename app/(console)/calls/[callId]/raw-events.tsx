"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import { Moment } from "@/app/_components/format/moment";
import { Button } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";
import type { CallId } from "@/server/domain/identifiers";

type EventPage = Awaited<ReturnType<typeof trpc.callRecord.events.query>>;

/** What the sender told us of the call, word for word; read when it is unfolded, page by page. */
export function RawEvents({ callId }: { callId: CallId }) {
  const t = useTranslations("call.events");
  const failureText = useFailureText();
  const [page, setPage] = useState<EventPage>({ events: [], more: true });
  const [failure, setFailure] = useState<string | null>(null);

  async function readOn() {
    setFailure(null);
    try {
      const next = await trpc.callRecord.events.query({ callId, after: page.events.at(-1) ?? null });
      setPage({ events: [...page.events, ...next.events], more: next.more });
    } catch (error) {
      setFailure(failureText(error));
    }
  }

  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open && page.events.length === 0) void readOn();
      }}
    >
      <summary className="w-fit text-section">{t("title")}</summary>
      <ol className="mt-2 grid">
        {page.events.map(({ sourceId, type, at, data, raw }) => (
          <li key={sourceId} className="grid gap-1 border-t border-line py-2 text-table">
            <p className="flex flex-wrap gap-x-3">
              <span className="text-muted">
                <Moment at={at} as="clock" />
              </span>
              <span className="font-medium">{type}</span>
              <span className="text-muted">{sourceId}</span>
            </p>
            <code className="break-all font-mono text-caption text-muted">{data}</code>
            {raw === null ? null : (
              <pre className="overflow-x-auto whitespace-pre-wrap break-all rounded-sm bg-hover p-2 font-mono text-caption">
                {raw}
              </pre>
            )}
          </li>
        ))}
      </ol>
      {failure ? (
        <p role="alert" className="text-table text-danger">
          {failure}
        </p>
      ) : null}
      {page.more ? (
        <Button size="sm" className="mt-2" onClick={readOn}>
          {page.events.length === 0 ? t("read") : t("more")}
        </Button>
      ) : null}
    </details>
  );
}
