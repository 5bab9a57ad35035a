import type { ApiContext } from "@/server/api/context";
import { currentSession } from "@/server/auth/current-session";
import { connection } from "@/server/store/connection";

/** The context of the request being answered. */
export async function requestContext(): Promise<ApiContext> {
  const session = await currentSession();
  const viewer = session && { userId: session.userId, name: session.name, role: session.role };
  return { db: connection().db, viewer, sessionId: session?.sessionId, now: Date.now };
}
