import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import { Notice } from "@/app/_components/ui/notice";
import type { RouterOutputs } from "@/app/_trpc/outputs";

/** What there is to say about an import that did not go through to the end. */
export function ImportEnding({
  status,
  refusal,
}: Pick<RouterOutputs["imports"]["byId"], "status" | "refusal">) {
  const t = useTranslations("imports");
  if (refusal !== null) return <RefusalNotice refusal={refusal} />;
  if (status !== "cancelled" && status !== "failed") return null;
  return (
    <Notice tone={status === "failed" ? "danger" : "warning"} title={t(`endings.${status}.title`)}>
      {t(`endings.${status}.body`)}
    </Notice>
  );
}
