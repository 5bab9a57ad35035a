import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { connect, type Transaction } from "@/drizzle/database";
import { useTestDatabase } from "@/server/testing/test-database";
import { Wire } from "@/server/testing/wire";

const database = useTestDatabase();
const wire = await Wire.to(database.url);
const applicationName = "about to be lost";
const { db, close } = connect(wire.url.href, { max: 1, applicationName });

afterEach(() => wire.mend());
afterAll(async () => {
  await close();
  await wire.close();
});

/** As an administrator or a restarting server does it, with a farewell. */
async function endSession(): Promise<void> {
  await database.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${applicationName}`,
  );
}

const losses = [
  { how: "is reset", lose: async () => wire.cut() },
  { how: "is ended by the server", lose: endSession },
];

/** Works with the transaction for as long as it is given, as code that computes between its queries does. */
async function work(tx: Transaction, pauseMs: number): Promise<unknown> {
  for (;;) {
    await tx.execute(sql`select 1`);
    await delay(pauseMs);
  }
}

describe.each(losses)("a connection that $how", ({ lose }) => {
  test.each([
    {
      when: "while a transaction waits for an answer",
      body: async (tx: Transaction): Promise<unknown> => await tx.execute(sql`select pg_sleep(60)`),
    },
    { when: "between two queries of a transaction", body: (tx: Transaction) => work(tx, 20) },
    { when: "amid the queries of a transaction", body: (tx: Transaction) => work(tx, 0) },
  ])(
    "$when fails that transaction, nothing else, and is made anew",
    async ({ body }) => {
      const failed = expect(db.transaction(body)).rejects.toThrow();
      await delay(100);
      await lose();
      await failed;
      const again = db.execute(sql`select 1`).catch(() => undefined);
      wire.mend();
      await again;
      expect(await db.execute(sql`select 1 as answer`)).toMatchObject([{ answer: 1 }]);
    },
    20_000,
  );
});
