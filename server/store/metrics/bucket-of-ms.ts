import { type SQL, sql } from "drizzle-orm";
import { BUCKET_COUNT, lowerBound } from "@/server/domain/metrics/log-histogram";

/** Where the buckets of durations begin. PostgreSQL cuts there itself, so that only counts travel. */
const bounds = `{${Array.from({ length: BUCKET_COUNT }, (_, bucket) => lowerBound(bucket)).join(",")}}`;

/** The bucket of a duration: the twin of `bucketOf`. Null without a duration. */
export function bucketOfMs(ms: SQL): SQL {
  return sql`width_bucket((${ms})::float8, ${bounds}::float8[]) - 1`;
}
