import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { isOwnHost } from "@/server/api/own-host";
import { env } from "@/server/env";
import { consoleToLog } from "@/server/launch/console-to-log";
import { securityHeaders } from "@/server/launch/security-headers";
import { logUnexpected } from "@/server/log";

// Next.js behind a door of our own: here, where nothing can go around it, each answer gets its
// protection and each request loses what its sender has no business saying.

const [, , mode, host = "127.0.0.1", port] = process.argv;
const development = mode === "development";
const patienceMs = 5000;

const requests = new AsyncLocalStorage<Pick<IncomingMessage, "method" | "url">>();

/** Without the query, in which people search for telephone numbers. */
function currentRequest() {
  const request = requests.getStore();
  return request && { method: request.method, path: request.url?.split("?")[0] };
}

// Whoever develops reads the terminal, where Next.js prints in its own way.
if (!development) consoleToLog(currentRequest);

const app = next({ dev: development, hostname: host, port: Number(port) });
await app.prepare();
const answer = app.getRequestHandler();

/** Headers that proxies in front of us write; from anybody else they are lies. */
const proxyHeaders = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

function distrust({ headers, socket }: IncomingMessage): void {
  delete headers["x-middleware-subrequest"];
  if (env().HOTLINE_BEHIND_PROXY) return;
  for (const name of proxyHeaders) delete headers[name];
  headers["x-forwarded-for"] = socket.remoteAddress;
}

function protect(request: IncomingMessage, response: ServerResponse): void {
  const https = env().NEXTAUTH_URL?.startsWith("https://") ?? false;
  const headers = securityHeaders({ nonce: randomBytes(16).toString("base64"), https, development });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // Next.js reads the nonce for its own scripts from here.
  request.headers["content-security-policy"] = headers["Content-Security-Policy"];
}

/** Said to whoever came by a name that is not ours, before anything is read or done. */
function turnAway({ headers }: IncomingMessage, response: ServerResponse): void {
  const sentence =
    `This demo is not known as ${JSON.stringify(headers.host ?? "")}. ` +
    "If that is where Hotline is, set NEXTAUTH_URL to its address.";
  response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8" }).end(`${sentence}\n`);
}

const server = createServer((request, response) => {
  distrust(request);
  protect(request, response);
  if (!isOwnHost(request.headers.host)) return turnAway(request, response);
  request.headers["x-hotline-path"] = request.url;
  const { method, url } = request;
  requests.run({ method, url }, () => answer(request, response).catch(fail));

  function fail(error: unknown): void {
    logUnexpected(error, currentRequest());
    response.destroy();
  }
});

server.listen(Number(port), host);

process.once("SIGTERM", () => {
  server.close(() => process.exit());
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), patienceMs).unref();
});
