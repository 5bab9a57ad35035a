import { useTranslations } from "next-intl";
import type { Refusal } from "@/server/domain/refusal";

/** The sentence for a refusal, with its details filled in: what happened and what to do. */
export function useRefusalText() {
  const t = useTranslations("refusals");
  return ({ reason, details }: Pick<Refusal, "reason" | "details">) => t(`${reason}`, { ...details });
}
