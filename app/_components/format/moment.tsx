import { useFormatter } from "next-intl";
import type { formats } from "@/app/_i18n/formats";
import type { Instant } from "@/server/domain/instant";

/** An instant in the viewer's time zone; pointing at it tells the whole of it, zone included. */
export function Moment({ at, as = "moment" }: { at: Instant; as?: keyof typeof formats.dateTime }) {
  const format = useFormatter();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={format.dateTime(at, "exact")}
      className="whitespace-nowrap"
    >
      {format.dateTime(at, as)}
    </time>
  );
}
