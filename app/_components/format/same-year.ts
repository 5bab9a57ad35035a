import type { useFormatter } from "next-intl";
import type { Instant } from "@/server/domain/instant";

type Formatter = Pick<ReturnType<typeof useFormatter>, "dateTime">;

/** Whether both instants lie in one calendar year of the formatter's time zone. */
export function inSameYear(format: Formatter, one: Instant, other: Instant): boolean {
  const yearOf = (at: Instant) => format.dateTime(at, { year: "numeric" });
  return yearOf(one) === yearOf(other);
}
