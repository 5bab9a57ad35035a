import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";

export default function CallMissing() {
  const t = useTranslations("call.missing");
  return (
    <EmptyState title={t("title")} actions={<ButtonLink href="/calls">{t("back")}</ButtonLink>}>
      {t("text")}
    </EmptyState>
  );
}
