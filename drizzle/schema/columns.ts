import { bigint, customType } from "drizzle-orm/pg-core";
import type { Instant } from "@/server/domain/instant";

/** `timestamptz` as epoch milliseconds: the one form an instant has in code and on the wire. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => "timestamptz(3)",
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => Date.parse(value),
});

/** Words to be looked for, which the database makes of a text by itself. */
export const words = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A duration in milliseconds; eight bytes, because bad records claim years. */
export const milliseconds = () => bigint({ mode: "number" });
