"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import { trpc } from "@/app/_trpc/client";
import type { CallId } from "@/server/domain/identifiers";

/** A masked number that is shown whole on request, to those who may; the request is audited. */
export function RevealNumber({ callId, masked }: { callId: CallId; masked: string }) {
  const t = useTranslations("call.number");
  const failureText = useFailureText();
  const [number, setNumber] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function reveal() {
    setFailure(null);
    try {
      setNumber((await trpc.callRecord.revealNumber.mutate({ callId })).number);
    } catch (error) {
      setFailure(failureText(error));
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span aria-live="polite">{number ?? masked}</span>
      <button
        type="button"
        className="text-caption text-accent underline decoration-dotted"
        onClick={number === null ? reveal : () => setNumber(null)}
      >
        {number === null ? t("reveal") : t("hide")}
      </button>
      {failure ? (
        <span role="alert" className="text-caption text-danger">
          {failure}
        </span>
      ) : null}
    </span>
  );
}
