import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/format/moment";
import { Badge } from "@/app/_components/ui/badge";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import type { Instant } from "@/server/domain/instant";

type Version = RouterOutputs["rules"]["history"]["versions"][number];

/** When a version is in force, has been, will be, or that it was called off. */
export function VersionPeriod({
  version: { effectiveFrom, effectiveUntil },
  now,
}: {
  version: Pick<Version, "effectiveFrom" | "effectiveUntil">;
  now: Instant;
}) {
  const t = useTranslations("rules.period");
  if (effectiveUntil === effectiveFrom) return <Badge>{t("calledOff")}</Badge>;
  const isLive = effectiveFrom <= now && (effectiveUntil === null || effectiveUntil > now);
  return (
    <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap">
      {isLive ? <strong className="font-medium text-accent">{t("live")}</strong> : null}
      {effectiveFrom > now ? <Badge tone="warning">{t("scheduled")}</Badge> : null}
      <span>
        {effectiveUntil === null
          ? t.rich("since", { from: () => <Moment at={effectiveFrom} /> })
          : t.rich("between", {
              from: () => <Moment at={effectiveFrom} />,
              until: () => <Moment at={effectiveUntil} />,
            })}
      </span>
    </span>
  );
}
