import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_components/ui/button";
import { type CallLogParams, callLogHref, firstPage } from "@/app/(console)/calls/search-params";

interface PagerProps {
  params: CallLogParams;
  /** What the addresses of the neighbouring pages say, null where there is none. */
  previous: Partial<CallLogParams> | null;
  next: Partial<CallLogParams> | null;
}

export function Pager({ params, previous, next }: PagerProps) {
  const t = useTranslations("calls");
  if (!(previous || next)) return null;
  return (
    <nav aria-label={t("pages")} className="flex justify-end gap-2 pb-4">
      {previous ? (
        <ButtonLink size="sm" href={callLogHref({ ...params, ...firstPage, ...previous })} rel="prev">
          <ChevronLeft aria-hidden />
          {t("previousPage")}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink size="sm" href={callLogHref({ ...params, ...firstPage, ...next })} rel="next">
          {t("nextPage")}
          <ChevronRight aria-hidden />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
