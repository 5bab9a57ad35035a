import { currentSession, type LiveSession } from "@/server/auth/current-session";
import type { Viewer } from "@/server/domain/people/viewer";

/**
 * Whoever the request's session cookie proves, if the session still counts. Nobody while their password is
 * one that somebody handed over: every door that asks for a viewer stays shut.
 */
export async function currentViewer(): Promise<Viewer | null> {
  const session = await currentSession();
  return session && !session.mustChangePassword ? viewerOf(session) : null;
}

/** Whoever has to choose a password of their own before anything else. */
export async function viewerWithPasswordDue(): Promise<Viewer | null> {
  const session = await currentSession();
  return session?.mustChangePassword ? viewerOf(session) : null;
}

function viewerOf({ userId, name, role }: LiveSession): Viewer {
  return { userId, name, role };
}
