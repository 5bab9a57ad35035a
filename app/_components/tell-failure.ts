import { isTRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/app/_components/refusal-text";
import { toast } from "@/app/_components/ui/toaster";
import type { AppRouter } from "@/server/api/root";

/** Why something was not done: a refusal in its own words, anything else as what it is. */
export function useFailureText() {
  const textOf = useRefusalText();
  const t = useTranslations("ui");
  return (error: unknown) => {
    const refusal = isTRPCClientError<AppRouter>(error) ? error.data?.refusal : null;
    return refusal ? textOf(refusal) : t("failed");
  };
}

/** Says why something was not done. */
export function useTellFailure() {
  const textOf = useFailureText();
  return (error: unknown) => toast({ tone: "danger", title: textOf(error) });
}
