import { useTranslations } from "next-intl";
import { useRefusalText } from "@/app/_components/refusal-text";
import { errorIdFrom, refusalFrom } from "@/app/_trpc/refusal-from";

/** The sentence for a failed request: why it was refused, what to quote, or that Hotline could not be reached. */
export function useFailureText() {
  const t = useTranslations("refusals");
  const refusalText = useRefusalText();
  return (error: unknown) => {
    const refusal = refusalFrom(error);
    if (refusal) return refusalText(refusal);
    const errorId = errorIdFrom(error);
    return errorId === null ? t("unreachable") : t("unexpected", { errorId });
  };
}
