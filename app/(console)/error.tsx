"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";

interface ConsoleErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ConsoleError({ error, reset }: ConsoleErrorProps) {
  const t = useTranslations("shell.failure");
  return (
    <div role="alert">
      <EmptyState title={t("title")} actions={<Button onClick={reset}>{t("retry")}</Button>}>
        <p>{t("text")}</p>
        {error.digest ? <p className="mt-2 font-mono text-caption">{error.digest}</p> : null}
      </EmptyState>
    </div>
  );
}
