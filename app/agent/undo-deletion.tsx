"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import { Button } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";

/** Offers to take back the deletion that the address tells of. */
export function UndoDeletion() {
  const t = useTranslations("agent");
  const router = useRouter();
  const failureText = useFailureText();
  const callId = useSearchParams().get("deleted");
  const [failure, setFailure] = useState<string | null>(null);
  if (!callId) return null;

  async function undo(deleted: string) {
    try {
      await trpc.callRecord.undoDeletion.mutate({ callId: deleted });
      setFailure(null);
      router.replace(`/agent/${deleted}`);
      router.refresh();
    } catch (error) {
      setFailure(failureText(error));
    }
  }

  return (
    <div
      role="status"
      className="flex items-center justify-between gap-2 rounded-md bg-hover px-3 py-1 text-table"
    >
      {failure ?? t("deleted")}
      <Button size="sm" variant="quiet" onClick={() => undo(callId)}>
        {t("undo")}
      </Button>
    </div>
  );
}
