import { useTranslations } from "next-intl";
import { Skeleton } from "@/app/_components/ui/skeleton";

export default function AgentCallLoading() {
  const t = useTranslations("agent");
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-12 w-80 max-w-full" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-44 w-full" />
    </div>
  );
}
