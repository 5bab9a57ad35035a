"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import { toast } from "@/app/_components/ui/toast";

interface ChangeOptions<Value> {
  onDone?: (value: Value) => void;
  /** Where a refusal is read: beside the form that was sent, or in a toast when there is none. */
  faultIn: "form" | "toast";
}

/** Asks the server for a change, then shows the page as it is now. */
export function useChange<Input, Value>(
  request: (input: Input) => Promise<Value>,
  { onDone, faultIn }: ChangeOptions<Value>,
) {
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();
  const failureText = useFailureText();
  const mutation = useMutation({
    mutationFn: request,
    onSuccess(value) {
      startRefresh(() => router.refresh());
      onDone?.(value);
    },
    onError(error) {
      startRefresh(() => router.refresh());
      if (faultIn === "toast") toast({ title: failureText(error), tone: "danger" });
    },
  });
  return {
    send: mutation.mutate,
    pending: mutation.isPending,
    /** Until the page shows what is there now. */
    refreshing,
    fault: mutation.error ? failureText(mutation.error) : null,
    reset: mutation.reset,
  };
}
