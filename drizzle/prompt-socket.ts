import { once } from "node:events";
import { connect, type Socket } from "node:net";

const CONNECT_TIMEOUT_MS = 5000;

/** Where the driver means to connect: its own, parsed settings. */
interface Destination {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false;
}

/**
 * A socket that sends small packets at once. The driver leaves Nagle's algorithm on, under which the
 * end of each COPY waits 40 ms for the server's delayed acknowledgement.
 */
export async function openPromptSocket({ host, port, path }: Destination): Promise<Socket> {
  const [firstHost = "localhost"] = host;
  const [firstPort = 5432] = port;
  const socket = path ? connect({ path }) : connect({ host: firstHost, port: firstPort, noDelay: true });
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
