import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { SteppedTransaction } from "@/server/store/stepped-transaction";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

async function names(): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`select name from skill_group order by name`);
  return rows.map(({ name }) => name);
}

function addGroup(transaction: SteppedTransaction, name: string) {
  return transaction.do((tx) =>
    tx.execute(sql`insert into skill_group (skill_group_id, name, created_at)
      values (gen_random_uuid(), ${name}, now())`),
  );
}

test("nobody sees a step before all are committed", async () => {
  const transaction = new SteppedTransaction(db);
  await addGroup(transaction, "one");
  await addGroup(transaction, "two");
  expect(await names()).not.toContain("one");
  await transaction.commit();
  expect(await names()).toEqual(expect.arrayContaining(["one", "two"]));
});

test("a step that fails takes the steps before it back, and says why", async () => {
  const transaction = new SteppedTransaction(db);
  await addGroup(transaction, "kept from all");
  const failing = transaction.do(() => Promise.reject(new RangeError("no such step")));
  await expect(failing).rejects.toThrow("no such step");
  await expect(transaction.commit()).rejects.toThrow("no such step");
  expect(await names()).not.toContain("kept from all");
});
