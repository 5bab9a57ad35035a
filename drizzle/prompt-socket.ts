import { Socket } from "node:net";

/** Where the driver means to connect: its own, parsed settings. */
interface Destination {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false;
}

/** Longer than a transaction of ours stays silent between two queries. */
const lastWordsMs = 250;

/**
 * A socket whose loss the driver survives. A write that comes after the close, the rollback of a transaction
 * for one, throws where nobody can catch it and ends the process; a write that waits during the close keeps
 * the connection from ever writing again. So a loss is told as an error first, which fails what is under
 * way, and as a close only when the last words, which nobody hears, have been spoken.
 */
class EnduringSocket extends Socket {
  #isConnected = false;
  #isFailed = false;

  override emit(event: string | symbol, ...told: unknown[]): boolean {
    if (event === "connect") this.#isConnected = true;
    if (event === "error") this.#isFailed = true;
    if (event !== "close" || !this.#isConnected || this.#isGivenUp()) return super.emit(event, ...told);
    if (!this.#isFailed) super.emit("error", new Error("the database has closed the connection"));
    // "Without an error": the driver fails what it was still given, and opens the connection anew.
    setTimeout(() => super.emit("close", false), lastWordsMs);
    return true;
  }

  /** The driver stops listening when it ends a connection itself. */
  #isGivenUp(): boolean {
    return this.listenerCount("data") === 0;
  }
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
  const socket = new EnduringSocket();
  if (path) return socket.connect({ path });
  // Of a socket that is there already, `connect` does not take this as an option.
  socket.setNoDelay(true);
  // The driver takes the name that a server's certificate must bear from here.
  return Object.assign(socket.connect({ host, port }), { host });
}
