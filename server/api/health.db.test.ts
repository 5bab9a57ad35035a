import { afterAll, expect, test, vi } from "vitest";
import packageJson from "@/package.json";
import { healthOf } from "@/server/api/health";
import { DatabaseProbe } from "@/server/store/database-probe";
import { useTestDatabase } from "@/server/testing/test-database";
import { Wire } from "@/server/testing/wire";

const { url } = useTestDatabase();
const up = { status: "ok", database: "ok", version: packageJson.version };
const down = { status: "unavailable", database: "unreachable", version: packageJson.version };

const wire = await Wire.to(url);
const probe = new DatabaseProbe(wire.url.href);

afterAll(() => wire.close());

/** However busy the machine, sooner or later. */
async function untilHealthIs(expected: typeof up): Promise<void> {
  await vi.waitFor(async () => expect(await healthOf(probe)).toEqual(expected), { timeout: 50_000 });
}

test("health is bad while the database cannot be reached, and good again when it can", async () => {
  wire.cut();
  expect(await healthOf(probe)).toEqual(down);
  wire.mend();
  await untilHealthIs(up);
  wire.cut();
  expect(await healthOf(probe)).toEqual(down);
});

test("health is bad, not late, while the database swallows questions, and good again when it answers", async () => {
  wire.swallow();
  expect(await healthOf(probe)).toEqual(down);
  wire.mend();
  await untilHealthIs(up);
});
