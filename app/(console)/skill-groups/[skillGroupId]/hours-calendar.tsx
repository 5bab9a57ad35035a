import { useTranslations } from "next-intl";
import { MonthView } from "@/app/(console)/skill-groups/[skillGroupId]/month-view";
import { WeekStrip } from "@/app/(console)/skill-groups/[skillGroupId]/week-strip";
import { OpenWord } from "@/app/(console)/skill-groups/open-word";
import type { Instant } from "@/server/domain/instant";
import { localClock, type OpeningHours } from "@/server/domain/routing/opening-hours";

interface HoursCalendarProps {
  hours: OpeningHours | null;
  at: Instant;
  /** The month in the address; this month without one. */
  month: string | null;
}

/** This week to scale, and a month with what is special about its days. */
export function HoursCalendar({ hours, at, month }: HoursCalendarProps) {
  const t = useTranslations("skillGroups.hours");
  if (hours === null) return <p className="text-table text-muted">{t("alwaysOpen")}</p>;
  const clock = localClock(at, hours.timeZone);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="flex flex-wrap items-center gap-x-3 text-table">
        <OpenWord hours={hours} at={at} />
        <span className="text-muted">{t("clockOf", { timeZone: hours.timeZone })}</span>
      </p>
      <WeekStrip hours={hours} now={clock} />
      <MonthView hours={hours} today={clock.on} month={month ?? clock.on.slice(0, 7)} />
    </div>
  );
}
