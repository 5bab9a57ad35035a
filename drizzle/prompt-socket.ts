import { connect, type Socket } from "node:net";

/** Where the driver means to connect: its own, parsed settings. */
interface Destination {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false;
}

/**
 * A socket that sends small packets at once. The driver leaves Nagle's algorithm on, under which the
 * end of each COPY waits 40 ms for the server's delayed acknowledgement.
 *
 * It is handed over while it still connects: the driver hears of a failure from the socket itself, and
 * only then tries again when the server is back.
 */
export function openPromptSocket({
  host: [host = "localhost"],
  port: [port = 5432],
  path,
}: Destination): Socket {
  if (path) return connect({ path });
  // The driver takes the name that a server's certificate must bear from here.
  return Object.assign(connect({ host, port, noDelay: true }), { host });
}
