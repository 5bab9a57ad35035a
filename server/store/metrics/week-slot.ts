import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Which half hour of the week an instant falls into on the clocks of a time zone, from 0 on Monday at midnight. */
export function slotOf(at: AnyPgColumn | SQL, timeZone: string): SQL {
  const clock = sql`(${at} at time zone ${timeZone})`;
  return sql`((extract(isodow from ${clock}) - 1) * 48 + extract(hour from ${clock}) * 2
    + floor(extract(minute from ${clock}) / 30))::int`;
}
