import { useTranslations } from "next-intl";
import { useRefusalText } from "@/app/_components/refusal-text";
import { ButtonLink } from "@/app/_components/ui/button";
import { Notice } from "@/app/_components/ui/notice";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { newImportHref } from "@/app/(console)/imports/new/search-params";

interface ImportEndingProps {
  shown: Pick<RouterOutputs["imports"]["byId"], "importId" | "status" | "refusal" | "report">;
  mayRun: boolean;
}

/** What there is to say about an import that did not go through to the end. */
export function ImportEnding({ shown: { importId, status, refusal, report }, mayRun }: ImportEndingProps) {
  const t = useTranslations("imports");
  const textOf = useRefusalText();
  const again = mayRun ? (
    <ButtonLink size="sm" href={newImportHref({ like: importId })}>
      {t("again")}
    </ButtonLink>
  ) : null;
  if (refusal !== null) return <Notice tone="warning" title={textOf(refusal)} actions={again} />;
  if (status === "failed") {
    return (
      <Notice tone="danger" title={t("endings.failed.title")} actions={again}>
        {t("endings.failed.body")}
      </Notice>
    );
  }
  if (status !== "cancelled") return null;
  return (
    <Notice tone="warning" title={t("endings.cancelled.title")} actions={again}>
      {t(report === null ? "endings.cancelled.unread" : "endings.cancelled.body")}
    </Notice>
  );
}
