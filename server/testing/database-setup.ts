import type { TestProject } from "vitest/node";
import { connect, migrateDatabase } from "@/drizzle/database";
import { startTestPostgres } from "@/server/testing/test-postgres";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One server a run, with one migrated database that every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  try {
    const template = connect(server.url, { max: 1 });
    await migrateDatabase(template.db);
    await template.close();
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("databaseUrl", server.url);
  return server.stop;
}
