import { unstable_rethrow as passOnRedirects } from "next/navigation";
import { logUnexpected } from "@/server/log";

type Answer<Asked extends Request, Route extends readonly unknown[]> = (
  request: Asked,
  ...route: Route
) => Promise<Response>;

/** The same route; where something happens that it did not foresee, that is written down and its id sent. */
export function logged<Asked extends Request, Route extends readonly unknown[]>(
  answer: Answer<Asked, Route>,
): Answer<Asked, Route> {
  return async (request, ...route) => {
    try {
      return await answer(request, ...route);
    } catch (error) {
      passOnRedirects(error);
      const errorId = logUnexpected(error, {
        method: request.method,
        path: new URL(request.url).pathname,
      });
      return Response.json({ errorId }, { status: 500 });
    }
  };
}
