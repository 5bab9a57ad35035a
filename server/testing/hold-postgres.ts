import { startEmbeddedPostgres } from "@/server/launch/embedded-postgres";
import { planIn } from "@/server/testing/test-postgres";

// A process of its own for tests to kill: it starts the PostgreSQL in a folder and says its address.
const [, , folder = ""] = process.argv;
const server = await startEmbeddedPostgres(await planIn(folder));
process.stdout.write(`${server.url}\n`);
