import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { sessionCookie, sessionSecret } from "@/server/auth/session-cookie";
import { SessionToken } from "@/server/auth/session-token";
import type { SessionId } from "@/server/domain/identifiers";
import { connection } from "@/server/store/connection";
import { findLiveSession, type LiveSession, markSessionSeen } from "@/server/store/sessions";

export type { LiveSession };

/**
 * The session that the request's cookie names, if it still counts: the cookie carries nothing but an
 * id, and the session's row and its person's decide anew at each request.
 */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await cookieSessionId();
  if (!sessionId) return null;
  const { db } = connection();
  const now = Date.now();
  const session = await findLiveSession(db, sessionId, now);
  if (!session) return null;
  await markSessionSeen(db, session, now);
  return session;
});

async function cookieSessionId(): Promise<SessionId | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  // A cookie that was tampered with, or made with a former secret, is no cookie.
  const payload = await decode({ token, secret: sessionSecret() }).catch(() => null);
  return SessionToken.safeParse(payload).data?.sessionId ?? null;
}
