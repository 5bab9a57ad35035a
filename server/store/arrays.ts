import { type SQL, sql } from "drizzle-orm";
import type { Instant } from "@/server/domain/instant";

/** Texts as one parameter, whatever is in them. */
export function textArray(items: readonly string[]): SQL {
  return sql`${sql.param(items)}::text[]`;
}

export function integerArray(items: readonly number[]): SQL {
  return sql`${`{${items.join(",")}}`}::integer[]`;
}

export function instantArray(items: readonly Instant[]): SQL {
  return sql`${`{${items.map((at) => new Date(at).toISOString()).join(",")}}`}::timestamptz[]`;
}
