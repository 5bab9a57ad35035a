import { expect } from "@playwright/test";
import { test } from "@/e2e/console";
import packageJson from "@/package.json" with { type: "json" };

test("the product says that it and its database are well", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok", database: "ok", version: packageJson.version });
});
