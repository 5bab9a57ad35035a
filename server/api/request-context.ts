import type { ApiContext } from "@/server/api/context";
import { currentSession } from "@/server/auth/current-session";
import { currentViewer, viewerWithPasswordDue } from "@/server/auth/current-viewer";
import { connection } from "@/server/store/connection";

/** The context of the request being answered. */
export async function requestContext(): Promise<ApiContext> {
  return {
    db: connection().db,
    viewer: await currentViewer(),
    viewerWithPasswordDue: await viewerWithPasswordDue(),
    sessionId: (await currentSession())?.sessionId,
    now: Date.now,
  };
}
