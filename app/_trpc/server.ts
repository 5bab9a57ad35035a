import "server-only";
import { cache } from "react";
import { requestContext } from "@/server/api/request-context";
import { createCaller } from "@/server/api/root";
import { requireViewer } from "@/server/auth/require-viewer";

// Pages may be asked for without their layout: whoever is signed out is sent to the sign-in page here.
const contextOfRequest = cache(async () => {
  await requireViewer();
  return await requestContext();
});

/** The API as server components call it: same procedures, same permissions, no HTTP. */
export const api = createCaller(contextOfRequest);

/** Whoever is signed in, for layouts that turn strangers away. */
export async function viewerOfRequest() {
  return (await contextOfRequest()).viewer;
}
