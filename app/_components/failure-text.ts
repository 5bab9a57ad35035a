import { useTranslations } from "next-intl";
import { useRefusalText } from "@/app/_components/refusal-text";
import { refusalFrom } from "@/app/_trpc/refusal-from";

/** The sentence for a failed request: why it was refused, or that Hotline could not be reached. */
export function useFailureText() {
  const t = useTranslations("refusals");
  const refusalText = useRefusalText();
  return (error: unknown) => {
    const refusal = refusalFrom(error);
    return refusal ? refusalText(refusal) : t("unreachable");
  };
}
