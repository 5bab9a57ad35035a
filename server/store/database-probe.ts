import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { connect } from "@/drizzle/database";

const patienceMs = 2_000;

/**
 * Asks whether the database answers, each time on a new connection: a pool busy with slow queries does not
 * pass for a database that is down, nor does a connection that a former loss has left of no use. While one
 * question is open the next callers share it.
 */
export class DatabaseProbe {
  readonly #url: string;
  #open: Promise<boolean> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** False when there was no answer within two seconds. */
  async answers(): Promise<boolean> {
    this.#open ??= this.#ask();
    return await Promise.race([this.#open, delay(patienceMs, false)]);
  }

  async #ask(): Promise<boolean> {
    const { db, close } = connect(this.#url, { max: 1, applicationName: "hotline health" });
    try {
      await db.execute(sql`select 1`);
      return true;
    } catch {
      return false;
    } finally {
      this.#open = undefined;
      await close();
    }
  }
}
