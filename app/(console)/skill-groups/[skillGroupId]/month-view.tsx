import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useWeekdayName } from "@/app/(console)/skill-groups/[skillGroupId]/use-weekday-name";
import { type CalendarDay, monthOf, monthsFrom } from "@/server/domain/routing/hours-calendar";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";
import { printOpenings } from "@/server/domain/routing/opening-words";

interface MonthViewProps {
  hours: OpeningHours;
  /** Such as 2026-10. */
  month: string;
  today: string;
}

const linkLook =
  "inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink [&_svg]:size-4";

/** A month in which special days stand out from the weeks around them. */
export function MonthView({ hours, month, today }: MonthViewProps) {
  const t = useTranslations("skillGroups.hours");
  const format = useFormatter();
  const weekdayName = useWeekdayName("short");
  const path = usePathname();
  const title = format.dateTime(Date.parse(`${month}-01T00:00:00Z`), {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const weeks = monthOf(hours, month);
  const monthLink = (months: number) => ({ pathname: path, query: { month: monthsFrom(month, months) } });
  return (
    <section aria-label={title}>
      <div className="mb-1 flex items-center gap-1">
        <h3 className="text-caption font-medium text-muted">{title}</h3>
        <Link
          href={monthLink(-1)}
          scroll={false}
          aria-label={t("monthBefore")}
          className={clsx(linkLook, "ml-auto")}
        >
          <ChevronLeft aria-hidden />
        </Link>
        <Link href={monthLink(1)} scroll={false} aria-label={t("monthAfter")} className={linkLook}>
          <ChevronRight aria-hidden />
        </Link>
      </div>
      <table className="w-full table-fixed border-collapse text-caption">
        <thead>
          <tr>
            {weeks[0]?.map(({ weekday }) => (
              <th key={weekday} scope="col" className="h-6 text-left font-medium text-muted">
                {weekdayName(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.on}>
              {week.map((day) => (
                <MonthDay
                  key={day.on}
                  day={day}
                  isOutside={!day.on.startsWith(month)}
                  isToday={day.on === today}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MonthDay({ day, isOutside, isToday }: { day: CalendarDay; isOutside: boolean; isToday: boolean }) {
  const t = useTranslations("skillGroups.hours");
  const words = printOpenings(day.openings);
  const isSpecial = day.special !== null && !isOutside;
  return (
    <td
      className={clsx("h-14 border border-line p-1 align-top tabular-nums", isSpecial && "bg-warning-soft")}
      title={[words || t("closed"), day.special].filter(Boolean).join(" · ")}
    >
      {isOutside ? null : (
        <>
          <span className={clsx("block", isToday ? "font-semibold text-accent underline" : "text-ink")}>
            {Number(day.on.slice(8))}
          </span>
          <span className={clsx("block", words === "" ? "text-muted" : "text-ink")}>
            {words || t("closed")}
          </span>
          {isSpecial ? <span className="block truncate font-medium text-warning">{day.special}</span> : null}
        </>
      )}
    </td>
  );
}
