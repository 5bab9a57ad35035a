import type { Database } from "@/drizzle/database";
import type { Instant } from "@/server/domain/instant";
import type { Viewer } from "@/server/domain/people/viewer";

/** What every procedure is given. The viewer is whoever the session cookie proved, or nobody. */
export interface ApiContext {
  readonly db: Database;
  readonly viewer: Viewer | null;
  readonly now: () => Instant;
}
