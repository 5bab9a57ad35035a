import type { Database } from "@/drizzle/database";
import type { SessionId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { Viewer } from "@/server/domain/people/viewer";

/** What every procedure is given. The viewer is whoever the session cookie proved, or nobody. */
export interface ApiContext {
  readonly db: Database;
  readonly viewer: Viewer | null;
  /** Whoever has signed in, but is nobody's viewer before they have chosen a password of their own. */
  readonly viewerWithPasswordDue?: Viewer | null | undefined;
  /** The session that proved the viewer; a caller that is no browser has none. */
  readonly sessionId?: SessionId | undefined;
  readonly now: () => Instant;
}
