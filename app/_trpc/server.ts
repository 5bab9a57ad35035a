import "server-only";
import { cache } from "react";
import { requestContext } from "@/server/api/request-context";
import { createCaller } from "@/server/api/root";

const contextOfRequest = cache(requestContext);

/** The API as server components call it: same procedures, same permissions, no HTTP. */
export const api = createCaller(contextOfRequest);

/** Whoever is signed in, for layouts that turn strangers away. */
export async function viewerOfRequest() {
  return (await contextOfRequest()).viewer;
}
