import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useWeekdayName } from "@/app/(console)/skill-groups/[skillGroupId]/use-weekday-name";
import { type CalendarDay, weekOf } from "@/server/domain/routing/hours-calendar";
import type { LocalClock, OpeningHours } from "@/server/domain/routing/opening-hours";
import { printOpenings } from "@/server/domain/routing/opening-words";

const DAY_MINUTES = 1440;
const percent = (minutes: number) => `${(minutes / DAY_MINUTES) * 100}%`;
const scale = [0, 6, 12, 18, 24];

/** The week of now, each day drawn to scale beside its openings in words. */
export function WeekStrip({ hours, now }: { hours: OpeningHours; now: LocalClock }) {
  const t = useTranslations("skillGroups.hours");
  return (
    <section aria-label={t("thisWeek")}>
      <h3 className="mb-2 text-caption font-medium text-muted">{t("thisWeek")}</h3>
      <ul className="grid gap-1">
        {weekOf(hours, now.on).map((day) => (
          <WeekDay key={day.on} day={day} nowMinute={day.on === now.on ? now.minuteOfDay : null} />
        ))}
      </ul>
      <div aria-hidden className="mt-1 grid grid-cols-[3rem_minmax(0,1fr)_9rem] gap-3">
        <span />
        <span className="flex justify-between text-caption text-muted tabular-nums">
          {scale.map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </span>
      </div>
    </section>
  );
}

function WeekDay({ day, nowMinute }: { day: CalendarDay; nowMinute: number | null }) {
  const t = useTranslations("skillGroups.hours");
  const weekdayName = useWeekdayName("short");
  const isToday = nowMinute !== null;
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)_9rem] items-center gap-3 text-caption">
      <span className={clsx(isToday ? "font-semibold text-ink" : "text-muted")}>
        {weekdayName(day.weekday)}
      </span>
      <span aria-hidden className="relative h-4 overflow-hidden rounded-sm bg-hover">
        {day.openings.map(({ from, until }) => (
          <span
            key={from}
            className={clsx(
              "absolute inset-y-0 rounded-sm",
              day.special === null ? "bg-state-free" : "bg-state-waiting",
            )}
            style={{ left: percent(from), width: percent(until - from) }}
          />
        ))}
        {isToday ? (
          <span className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: percent(nowMinute) }} />
        ) : null}
      </span>
      <span className="truncate tabular-nums">
        {printOpenings(day.openings) || t("closed")}
        {day.special === null ? null : <span className="text-warning"> · {day.special}</span>}
      </span>
    </li>
  );
}
