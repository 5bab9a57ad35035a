import { useTranslations } from "next-intl";

export default function AgentCallMissing() {
  const t = useTranslations("agent");
  return (
    <div className="grid gap-2">
      <h1 className="text-title">{t("missingTitle")}</h1>
      <p className="text-body text-muted">{t("missingText")}</p>
    </div>
  );
}
