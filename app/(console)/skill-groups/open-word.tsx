import { useFormatter, useTranslations } from "next-intl";
import { StateWord } from "@/app/_components/ui/state-word";
import type { Instant } from "@/server/domain/instant";
import { nextChange } from "@/server/domain/routing/next-change";
import { isOpenAt, localClock, type OpeningHours } from "@/server/domain/routing/opening-hours";

/** Whether a group is open at an instant, and until when, on the clock of the group. */
export function OpenWord({ hours, at }: { hours: OpeningHours | null; at: Instant }) {
  const t = useTranslations("skillGroups.open");
  const format = useFormatter();
  if (hours === null) return <StateWord state="free">{t("always")}</StateWord>;
  const isOpen = isOpenAt(hours, at);
  const next = nextChange(hours, at);
  const state = isOpen ? "free" : "offline";
  if (next === null) return <StateWord state={state}>{t(isOpen ? "open" : "closed")}</StateWord>;
  const { timeZone } = hours;
  const isToday = localClock(next, timeZone).on === localClock(at, timeZone).on;
  const clock = format.dateTime(next, "clockToMinute", { timeZone });
  const moment = isToday ? clock : `${format.dateTime(next, "weekdayAndDay", { timeZone })} ${clock}`;
  return (
    <StateWord state={state}>{isOpen ? t("openUntil", { moment }) : t("closedUntil", { moment })}</StateWord>
  );
}
