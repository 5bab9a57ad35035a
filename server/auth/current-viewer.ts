import { currentSession } from "@/server/auth/current-session";
import type { Viewer } from "@/server/domain/people/viewer";

/** Whoever the request's session cookie proves, if the session still counts. */
export async function currentViewer(): Promise<Viewer | null> {
  const session = await currentSession();
  return session && { userId: session.userId, name: session.name, role: session.role };
}
