import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";

export interface FailureProps {
  /** Errors of the server carry the id under which they stand in its log. */
  error: Error & { digest?: string };
  retry: () => void;
}

/** In place of what could not be shown. */
export function Failure({ error, retry }: FailureProps) {
  const t = useTranslations("failure");
  return (
    <div role="alert">
      <EmptyState heading="h1" title={t("title")} actions={<Button onClick={retry}>{t("retry")}</Button>}>
        <p>{t("text")}</p>
        {error.digest ? <p className="mt-2">{t("quote", { errorId: error.digest })}</p> : null}
      </EmptyState>
    </div>
  );
}
