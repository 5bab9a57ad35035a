import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/app/_components/ui/notice";

interface UnreadNoticeProps {
  /** Fields of the address that could not be read. */
  fields: readonly string[];
  /** How they are written. */
  children?: ReactNode;
}

/** Says which parts of the address have no effect, so that nobody takes a list for filtered that is not. */
export function UnreadNotice({ fields, children }: UnreadNoticeProps) {
  const t = useTranslations("ui");
  if (fields.length === 0) return null;
  return (
    <Notice tone="warning" title={t("unread", { fields: fields.join(", ") })}>
      {children}
    </Notice>
  );
}
