import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import packageJson from "@/package.json";
import { healthOf } from "@/server/api/health";
import { freePort } from "@/server/launch/free-port";
import { DatabaseProbe } from "@/server/store/database-probe";
import { useTestDatabase } from "@/server/testing/test-database";

const database = new URL(useTestDatabase().url);
const up = { status: "ok", database: "ok", version: packageJson.version };
const down = { status: "unavailable", database: "unreachable", version: packageJson.version };

/** A wire to the database that can be cut, mended, or left to swallow whatever is said. */
class Wire {
  #server: Server | undefined;
  readonly #ends = new Set<Socket>();

  async mend(
    port: number,
    answer: (caller: Socket) => void = (caller) => this.#passOn(caller),
  ): Promise<void> {
    await this.cut();
    this.#server = createServer((caller) => {
      this.#track(caller);
      answer(caller);
    }).listen(port, "127.0.0.1");
    await once(this.#server, "listening");
  }

  async cut(): Promise<void> {
    for (const end of this.#ends) end.destroy();
    if (this.#server?.listening) await once(this.#server.close(), "close");
  }

  #passOn(caller: Socket): void {
    const server = this.#track(connect(Number(database.port), database.hostname));
    caller.pipe(server).pipe(caller);
  }

  #track(end: Socket): Socket {
    this.#ends.add(end);
    return end.on("error", () => end.destroy());
  }
}

const wire = new Wire();
const port = await freePort();
const probe = new DatabaseProbe(Object.assign(new URL(database), { port: String(port) }).href);

afterAll(async () => {
  await probe.close();
  await wire.cut();
});

test("health is bad while the database cannot be reached, and good again when it can", async () => {
  expect(await healthOf(probe)).toEqual(down);
  await wire.mend(port);
  await vi.waitFor(async () => expect(await healthOf(probe)).toEqual(up), { timeout: 20_000 });
  await wire.cut();
  expect(await healthOf(probe)).toEqual(down);
});

test("health is bad, not late, while the database swallows questions, and good again when it answers", async () => {
  await wire.mend(port, () => undefined);
  expect(await healthOf(probe)).toEqual(down);
  await wire.mend(port);
  await vi.waitFor(async () => expect(await healthOf(probe)).toEqual(up), { timeout: 20_000 });
});
