import { useTranslations } from "next-intl";
import { useRefusalText } from "@/app/_components/refusal-text";
import { ButtonLink } from "@/app/_components/ui/button";
import { Notice } from "@/app/_components/ui/notice";
import type { RouterOutputs } from "@/app/_trpc/outputs";

interface ImportEndingProps extends Pick<RouterOutputs["imports"]["byId"], "status" | "refusal"> {
  mayRun: boolean;
}

/** What there is to say about an import that did not go through to the end. */
export function ImportEnding({ status, refusal, mayRun }: ImportEndingProps) {
  const t = useTranslations("imports");
  const textOf = useRefusalText();
  const again = mayRun ? (
    <ButtonLink size="sm" href="/imports/new">
      {t("another")}
    </ButtonLink>
  ) : null;
  if (refusal !== null) return <Notice tone="warning" title={textOf(refusal)} actions={again} />;
  if (status !== "cancelled" && status !== "failed") return null;
  return (
    <Notice
      tone={status === "failed" ? "danger" : "warning"}
      title={t(`endings.${status}.title`)}
      actions={again}
    >
      {t(`endings.${status}.body`)}
    </Notice>
  );
}
