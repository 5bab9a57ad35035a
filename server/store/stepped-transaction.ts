import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/drizzle/database";

/** The transaction counts as committed before it is on the server's disk: for what can be done once more. */
export async function commitBeforeDisk(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local synchronous_commit = off`);
}

/** A transaction that learns step by step what it is to do, and is committed by a call of its own. */
export class SteppedTransaction {
  readonly #begun: Promise<Transaction>;
  readonly #over: Promise<void>;
  #finish: () => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  constructor(db: Database) {
    const ending = new Promise<void>((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    let begin: (tx: Transaction) => void = () => undefined;
    const begun = new Promise<Transaction>((resolve) => {
      begin = resolve;
    });
    this.#over = db.transaction(async (tx) => {
      begin(tx);
      await ending;
    });
    // Where it cannot begin, whoever waits for it hears so.
    this.#begun = Promise.race([begun, this.#over.then(() => begun)]);
    this.#over.catch(() => undefined);
    this.#begun.catch(() => undefined);
  }

  /** Does one thing more within the transaction; when it fails, all is rolled back, and nothing can follow. */
  async do<Value>(step: (tx: Transaction) => Promise<Value>): Promise<Value> {
    try {
      return await step(await this.#begun);
    } catch (error) {
      await this.rollBack(error);
      throw error;
    }
  }

  async rollBack(cause: unknown): Promise<void> {
    this.#fail(cause);
    await this.#over.catch(() => undefined);
  }

  async commit(): Promise<void> {
    this.#finish();
    await this.#over;
  }
}
