"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { DeleteCall } from "@/app/_components/calls/delete-call";

type Call = Pick<CallSheet["call"], "callId" | "customerName" | "customerNumber">;

/** Deletes the record; the list fills up with the next older call and offers to undo. */
export function DeleteOwnCall({ call }: { call: Call }) {
  const t = useTranslations("agent");
  const router = useRouter();
  return (
    <DeleteCall
      callId={call.callId}
      subject={call.customerName ?? call.customerNumber ?? t("thisCustomer")}
      onDeleted={() => {
        router.replace(`/agent?deleted=${call.callId}`);
        router.refresh();
      }}
    />
  );
}
