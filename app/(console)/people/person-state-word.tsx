import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import type { PersonState } from "@/server/domain/people/person";

export function PersonStateWord({ state }: { state: PersonState }) {
  const t = useTranslations("people");
  if (state === "active") return <span>{t("states.active")}</span>;
  return <Badge tone={state === "deactivated" ? "danger" : "neutral"}>{t(`states.${state}`)}</Badge>;
}
