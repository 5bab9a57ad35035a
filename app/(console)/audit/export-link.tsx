import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/app/_components/ui/button";
import { type AuditParams, auditHref } from "@/app/(console)/audit/search-params";

/** All that the filters find, as a file. No link of the router's: fetching ahead would be an export that nobody asked for. */
export function ExportLink({ params }: { params: AuditParams }) {
  const t = useTranslations("audit");
  const href = auditHref({ ...params, before: null }).replace("/audit", "/api/audit/export");
  return (
    <a href={href} title={t("export.what")} className={buttonLook({})}>
      <Download aria-hidden />
      {t("export.button")}
    </a>
  );
}
