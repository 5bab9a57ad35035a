import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "@/drizzle/database";
import { users } from "@/drizzle/schema/users";
import { createSkillGroup, createUser } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db, url, client } = useTestDatabase();

test("a test file gets a migrated database of its own", async () => {
  const [database] = await client`select current_database() as name`;
  expect(database?.["name"]).toMatch(/^test_/);
  const user = await createUser(db);
  await createSkillGroup(db);
  expect(await db.select().from(users).where(eq(users.userId, user.userId))).toHaveLength(1);
});

test("what one connection has committed another sees", async () => {
  const before = await db.select().from(users);
  const other = connect(url, { max: 1 });
  await createUser(other.db);
  await other.close();
  expect(await db.select().from(users)).toHaveLength(before.length + 1);
});
