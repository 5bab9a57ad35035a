import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { type Connection, connect } from "@/drizzle/database";

export interface TestDatabase extends Connection {
  readonly url: string;
}

/**
 * A migrated, empty PostgreSQL database of the calling test file's own, dropped after its last test.
 * Call it once at the top of a `*.db.test.ts`: `const { db } = useTestDatabase();`
 */
export function useTestDatabase(): TestDatabase {
  const template = new URL(inject("databaseUrl"));
  const name = `test_${randomUUID().replaceAll("-", "_")}`;
  const url = new URL(`/${name}`, template).href;
  const connection = connect(url);

  beforeAll(() => asOwner(template, `create database ${name} template ${template.pathname.slice(1)}`));

  afterAll(async () => {
    await connection.close();
    await asOwner(template, `drop database ${name} with (force)`);
  });

  return { ...connection, url };
}

/** From the database `postgres`: a template can only be cloned while nobody is connected to it. */
async function asOwner(template: URL, statement: string): Promise<void> {
  const { client, close } = connect(new URL("/postgres", template).href, { max: 1 });
  await client.unsafe(statement);
  await close();
}
