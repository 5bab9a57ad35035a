"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import { Button } from "@/app/_components/ui/button";
import { controlLook } from "@/app/_components/ui/control-look";
import { trpc } from "@/app/_trpc/client";
import { deletionReasonMax, deletionSuggestions } from "@/server/domain/calls/deletion-suggestions";
import type { CallId } from "@/server/domain/identifiers";

interface DeleteCallProps {
  callId: CallId;
  /** Whose call it is, in the words of the screen: names what goes. */
  subject: string;
  onDeleted: () => void;
}

/** Asks why before a call record is deleted. The browser's own dialog: no library, and Escape keeps everything. */
export function DeleteCall({ callId, subject, onDeleted }: DeleteCallProps) {
  const t = useTranslations("deleteCall");
  const failureText = useFailureText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const reasonId = useId();
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function remove() {
    setPending(true);
    setFailure(null);
    try {
      await trpc.callRecord.delete.mutate({ callId, reason });
      dialog.current?.close();
      setReason("");
      onDeleted();
    } catch (error) {
      setFailure(failureText(error));
    }
    setPending(false);
  }

  return (
    <>
      <Button size="sm" onClick={() => dialog.current?.showModal()}>
        {t("open")}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[calc(100vw-2rem)] max-w-md rounded-lg border border-line bg-raised p-5 text-ink shadow-float backdrop:bg-backdrop"
      >
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void remove();
          }}
        >
          <h2 id={titleId} className="text-body font-semibold">
            {t("title", { subject })}
          </h2>
          <p className="text-table text-muted">{t("consequence")}</p>
          <label htmlFor={reasonId} className="text-table font-medium">
            {t("reason")}
          </label>
          <div className="flex flex-wrap gap-1.5">
            {deletionSuggestions.map((suggestion) => (
              <Button key={suggestion} size="sm" onClick={() => setReason(t(`suggestions.${suggestion}`))}>
                {t(`suggestions.${suggestion}`)}
              </Button>
            ))}
          </div>
          <textarea
            id={reasonId}
            rows={2}
            required
            maxLength={deletionReasonMax}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            className={`${controlLook} py-1.5`}
          />
          {failure ? (
            <p role="alert" className="text-table text-danger">
              {failure}
            </p>
          ) : null}
          <div className="flex justify-end gap-2">
            <Button onClick={() => dialog.current?.close()}>{t("cancel")}</Button>
            <Button type="submit" variant="danger" pending={pending} disabled={reason.trim() === ""}>
              {t("confirm")}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
