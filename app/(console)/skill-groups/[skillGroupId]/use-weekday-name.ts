import { useFormatter } from "next-intl";
import { weekdayName } from "@/app/_components/format/weekday-name";

/** Names weekdays; Monday is 1, Sunday 7. */
export function useWeekdayName(length: "long" | "short" = "long") {
  const format = useFormatter();
  return (weekday: number) => weekdayName(format, weekday, length);
}
