import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { loopback } from "@/server/launch/free-port";

type State = "whole" | "cut" | "swallowing";

/**
 * A wire to a database that can be cut, mended, or made to swallow whatever is said. It keeps its port
 * all the while: one that is given up, another program of the machine may take.
 */
export class Wire {
  /** The database's address by way of this wire. */
  readonly url: URL;
  readonly #database: URL;
  readonly #server = createServer((caller) => this.#answer(caller));
  readonly #ends = new Set<Socket>();
  #state: State = "whole";

  private constructor(database: URL) {
    this.#database = database;
    this.url = new URL(database);
  }

  static async to(databaseUrl: string): Promise<Wire> {
    const wire = new Wire(new URL(databaseUrl));
    wire.#server.listen(0, loopback);
    await once(wire.#server, "listening");
    const address = wire.#server.address();
    if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
    wire.url.port = String(address.port);
    return wire;
  }

  /** From now on the database answers. */
  mend(): void {
    this.#change("whole");
  }

  /** From now on nobody answers, as where no server listens. */
  cut(): void {
    this.#change("cut");
  }

  /** From now on whatever is asked is taken, and never answered. */
  swallow(): void {
    this.#change("swallowing");
  }

  async close(): Promise<void> {
    this.cut();
    await once(this.#server.close(), "close");
  }

  #change(state: State): void {
    this.#state = state;
    for (const end of this.#ends) end.resetAndDestroy();
  }

  #answer(caller: Socket): void {
    this.#track(caller);
    if (this.#state === "cut") caller.resetAndDestroy();
    if (this.#state !== "whole") return;
    const server = this.#track(connect(Number(this.#database.port), this.#database.hostname));
    caller.pipe(server).pipe(caller);
  }

  #track(end: Socket): Socket {
    this.#ends.add(end);
    return end.on("error", () => end.destroy()).on("close", () => this.#ends.delete(end));
  }
}
