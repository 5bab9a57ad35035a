import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { logProcedureError } from "@/server/api/errors";
import { foreignJsonFault } from "@/server/api/foreign-request";
import { withLimitedBody } from "@/server/api/limited-body";
import { requestContext } from "@/server/api/request-context";
import { appRouter } from "@/server/api/root";
import { EXPORT_LENGTH_MAX } from "@/server/domain/routing/versions/lengths";

/** The largest thing sent is an exported rule set: its quotes and ends of lines are escaped on the way. */
const BODY_BYTES_MAX = 1.5 * EXPORT_LENGTH_MAX;

async function answer(request: Request): Promise<Response> {
  const fault = foreignJsonFault(request);
  if (fault) return new Response(fault, { status: 403 });
  const req = await withLimitedBody(request, BODY_BYTES_MAX);
  if (req === null) return new Response("too large", { status: 413 });
  return await fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: requestContext,
    onError: logProcedureError,
  });
}

export { answer as GET, answer as POST };
