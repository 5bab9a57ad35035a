import { and, desc, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { authSessions, users } from "@/drizzle/schema/users";
import type { SessionId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { sessionIdleMsMax, sessionMsMax } from "@/server/domain/people/session-limits";

const seenEveryMs = 60_000;
const keptMs = 30 * 24 * 3_600_000;

/** What makes a session count at an instant; a deactivated person's never does. */
function countsAt(at: Instant) {
  return and(
    isNull(authSessions.revokedAt),
    gt(authSessions.expiresAt, at),
    gt(authSessions.lastSeenAt, at - sessionIdleMsMax),
  );
}

/** The session and its person, if it still counts at `at`. */
export async function findLiveSession(db: Queryable, sessionId: SessionId, at: Instant) {
  const [session] = await db
    .select({
      sessionId: authSessions.sessionId,
      lastSeenAt: authSessions.lastSeenAt,
      userId: users.userId,
      name: users.name,
      role: users.role,
      locale: users.locale,
      timeZone: users.timeZone,
      theme: users.theme,
      mustChangePassword: sql<boolean>`${users.mustChangePassword} and not ${authSessions.isSingleSignOn}`,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.userId, authSessions.userId))
    .where(and(eq(authSessions.sessionId, sessionId), countsAt(at), isNull(users.deactivatedAt)));
  return session;
}

export type LiveSession = NonNullable<Awaited<ReturnType<typeof findLiveSession>>>;

/** Notes that the session is in use; at most once a minute, so that reading stays reading. */
export async function markSessionSeen(db: Queryable, session: LiveSession, at: Instant): Promise<void> {
  if (at - session.lastSeenAt < seenEveryMs) return;
  await db
    .update(authSessions)
    .set({ lastSeenAt: at })
    .where(and(eq(authSessions.sessionId, session.sessionId), lt(authSessions.lastSeenAt, at)));
}

export interface NewSession {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly at: Instant;
  readonly userAgent: string | null;
  readonly isSingleSignOn: boolean;
}

/** Adds a session, and drops the person's that ended long ago. */
export async function insertSession(db: Queryable, { at, ...session }: NewSession): Promise<void> {
  await db
    .delete(authSessions)
    .where(and(eq(authSessions.userId, session.userId), lt(authSessions.expiresAt, at - keptMs)));
  await db
    .insert(authSessions)
    .values({ ...session, createdAt: at, lastSeenAt: at, expiresAt: at + sessionMsMax });
}

export interface SessionsToEnd {
  readonly userId: UserId;
  readonly at: Instant;
  readonly only?: SessionId | undefined;
  readonly except?: SessionId | undefined;
}

/** Ends a person's sessions at their next request; answers how many still counted. */
export async function endSessions(
  db: Queryable,
  { userId, at, only, except }: SessionsToEnd,
): Promise<number> {
  const ended = await db
    .update(authSessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(authSessions.userId, userId),
        countsAt(at),
        only && eq(authSessions.sessionId, only),
        except && ne(authSessions.sessionId, except),
      ),
    )
    .returning({ sessionId: authSessions.sessionId });
  return ended.length;
}

/** Ends the session itself, whosever it is; answers whose it was, if it still counted. */
export async function endSession(
  db: Queryable,
  sessionId: SessionId,
  at: Instant,
): Promise<UserId | undefined> {
  const [ended] = await db
    .update(authSessions)
    .set({ revokedAt: at })
    .where(and(eq(authSessions.sessionId, sessionId), countsAt(at)))
    .returning({ userId: authSessions.userId });
  return ended?.userId;
}

/** A person's sessions that still count, the one last used first. */
export async function findSessionsOf(db: Queryable, userId: UserId, at: Instant) {
  return await db
    .select({
      sessionId: authSessions.sessionId,
      createdAt: authSessions.createdAt,
      lastSeenAt: authSessions.lastSeenAt,
      userAgent: authSessions.userAgent,
    })
    .from(authSessions)
    .where(and(eq(authSessions.userId, userId), countsAt(at)))
    .orderBy(desc(authSessions.lastSeenAt), sql`${authSessions.sessionId}`);
}
