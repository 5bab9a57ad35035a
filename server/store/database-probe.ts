import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Connection, connect } from "@/drizzle/database";

const patienceMs = 2_000;

/**
 * Asks whether the database answers, on a connection of its own, so that a pool busy with slow queries does
 * not pass for a database that is down. While one question is open the next callers share it.
 */
export class DatabaseProbe {
  readonly #connection: Connection;
  #open: Promise<boolean> | undefined;

  constructor(url: string) {
    this.#connection = connect(url, { max: 1, applicationName: "hotline health" });
  }

  /** False when there was no answer within two seconds. */
  async answers(): Promise<boolean> {
    this.#open ??= this.#ask();
    return await Promise.race([this.#open, delay(patienceMs, false)]);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#connection.db.execute(sql`select 1`);
      return true;
    } catch {
      return false;
    } finally {
      this.#open = undefined;
    }
  }
}
