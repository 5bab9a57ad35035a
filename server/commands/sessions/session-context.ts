import type { Database } from "@/drizzle/database";
import type { Instant } from "@/server/domain/instant";

/** Signing in and out happens on nobody's behalf yet: there is no actor whose permission could be asked. */
export interface SessionContext {
  readonly db: Database;
  readonly now: () => Instant;
}
