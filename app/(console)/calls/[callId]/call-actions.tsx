"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { DeleteCall } from "@/app/_components/calls/delete-call";
import { useFailureText } from "@/app/_components/failure-text";
import { Moment } from "@/app/_components/format/moment";
import { Button } from "@/app/_components/ui/button";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";

interface CallActionsProps {
  call: CallSheet["call"];
  mayDelete: boolean;
  mayRestore: boolean;
}

/** What can be done to the record itself. A deletion by someone who sees no deleted calls can be undone here. */
export function CallActions({ call, mayDelete, mayRestore }: CallActionsProps) {
  const t = useTranslations("call.actions");
  const router = useRouter();
  const failureText = useFailureText();
  const [justDeleted, setJustDeleted] = useState(false);
  const { callId, deletion } = call;

  async function putBack(act: () => Promise<unknown>) {
    try {
      await act();
      setJustDeleted(false);
      router.refresh();
      toast({ title: t("restored") });
    } catch (error) {
      toast({ title: failureText(error), tone: "danger" });
    }
  }

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.href);
    toast({ title: t("copied") });
  }

  if (deletion) {
    return (
      <div className="flex flex-wrap items-center gap-3 rounded-md bg-danger-soft px-3 py-1.5 text-table">
        <span>
          {t("deletedBy", { name: deletion.by })} <Moment at={deletion.at} />: “{deletion.reason}”
        </span>
        {mayRestore ? (
          <Button size="sm" onClick={() => putBack(() => trpc.callRecord.restore.mutate({ callId }))}>
            {t("restore")}
          </Button>
        ) : null}
      </div>
    );
  }
  if (justDeleted) {
    return (
      <div role="status" className="flex items-center gap-3 rounded-md bg-danger-soft px-3 py-1.5 text-table">
        {t("deleted")}
        <Button size="sm" onClick={() => putBack(() => trpc.callRecord.undoDeletion.mutate({ callId }))}>
          {t("undo")}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Button size="sm" onClick={copyLink}>
        {t("copyLink")}
      </Button>
      {mayDelete && call.outcome !== "in_progress" ? (
        <DeleteCall
          callId={callId}
          subject={call.customerName ?? call.customerNumber ?? t("thisCall")}
          onDeleted={() => {
            if (mayRestore) router.refresh();
            else setJustDeleted(true);
          }}
        />
      ) : null}
    </>
  );
}
