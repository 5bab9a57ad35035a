import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { refused } from "@/server/api/errors";
import type { Refusal } from "@/server/domain/refusal";

/** A refusal for whoever asked without tRPC, with the status that tRPC would give it. */
export function refusalResponse(refusal: Refusal): Response {
  return Response.json({ refusal }, { status: getHTTPStatusCodeFromError(refused(refusal)) });
}
