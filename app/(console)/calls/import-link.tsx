import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_components/ui/button";

/** The way to more calls, for those who may import. */
export function ImportLink() {
  const t = useTranslations("calls");
  return (
    <ButtonLink href="/imports/new">
      <FileDown aria-hidden />
      {t("import")}
    </ButtonLink>
  );
}
