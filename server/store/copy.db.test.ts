import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { copyInto } from "@/server/store/copy";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const target = { table: "numbered", columns: ["number"] };

test("a row that the table does not take fails the copy, and the connection goes on", async () => {
  await db.execute(sql`create table numbered (number int not null)`);
  await expect(db.transaction((tx) => copyInto(tx, target, ["1\n\\N\n"]))).rejects.toThrow(/null value/);
  await db.transaction((tx) => copyInto(tx, target, ["2\n"]));
  expect(await db.execute(sql`select number from numbered`)).toEqual([{ number: 2 }]);
});
