import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_components/ui/button";

export default function CallMissing() {
  const t = useTranslations("call.missing");
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center">
      <h1 className="text-title">{t("title")}</h1>
      <p className="text-balance text-body text-muted">{t("text")}</p>
      <ButtonLink href="/calls" className="mt-2">
        {t("back")}
      </ButtonLink>
    </div>
  );
}
