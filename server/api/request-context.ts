import type { ApiContext } from "@/server/api/context";
import { currentViewer } from "@/server/auth/current-viewer";
import { connection } from "@/server/store/connection";

/** The context of the request being answered. */
export async function requestContext(): Promise<ApiContext> {
  return { db: connection().db, viewer: await currentViewer(), now: Date.now };
}
