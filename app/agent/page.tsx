import { useTranslations } from "next-intl";

export default function AgentPage() {
  const t = useTranslations("agent");
  return (
    <div className="grid gap-2">
      <h1 className="text-title">{t("title")}</h1>
      <p className="text-body text-muted">{t("choose")}</p>
    </div>
  );
}
