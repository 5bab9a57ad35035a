import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { logProcedureError } from "@/server/api/errors";
import { foreignJsonFault } from "@/server/api/foreign-request";
import { requestContext } from "@/server/api/request-context";
import { appRouter } from "@/server/api/root";

async function answer(request: Request): Promise<Response> {
  const fault = foreignJsonFault(request);
  if (fault) return new Response(fault, { status: 403 });
  return await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: requestContext,
    onError: logProcedureError,
  });
}

export { answer as GET, answer as POST };
