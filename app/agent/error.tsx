"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";

export default function AgentError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("agent");
  return (
    <div role="alert" className="grid justify-items-start gap-2">
      <h1 className="text-title">{t("failedTitle")}</h1>
      <p className="text-body">{t("failedText")}</p>
      {error.digest ? <p className="font-mono text-caption">{error.digest}</p> : null}
      <Button onClick={reset}>{t("retry")}</Button>
    </div>
  );
}
