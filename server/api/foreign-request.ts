import { isOwnHost } from "@/server/api/own-host";
import { env } from "@/server/env";

/** The header that our own pages send; a form or an image on another site cannot. */
export const ownHeader = "x-hotline";

/**
 * Why a request that changes something is not taken for one of our own pages', or nothing.
 * The session cookie is SameSite=Lax already; this holds where a browser or a neighbouring host breaks that.
 */
export function foreignRequestFault(request: Request): string | undefined {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  if (!request.headers.has(ownHeader)) return `The header ${ownHeader} is missing.`;
  const origin = request.headers.get("origin");
  if (origin === null || isOwnOrigin(origin, request.headers)) return undefined;
  return `The request comes from ${JSON.stringify(origin)}. If that is where Hotline is, set NEXTAUTH_URL to it.`;
}

/** The same for a request whose body is JSON: nothing that a form can send is. */
export function foreignJsonFault(request: Request): string | undefined {
  const fault = foreignRequestFault(request);
  if (fault || request.method === "GET" || request.method === "HEAD") return fault;
  const isJson = /^application\/json\b/i.test(request.headers.get("content-type") ?? "");
  return isJson ? undefined : "The content type is not application/json.";
}

function isOwnOrigin(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const published = env().NEXTAUTH_URL;
  if (published !== undefined && host === new URL(published).host) return true;
  return host === headers.get("host") && isOwnHost(host);
}
