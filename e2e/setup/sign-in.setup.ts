import { expect } from "@playwright/test";
import { signedInAs, test } from "@/e2e/console";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";

// By request, not through the form: the form has a spec of its own.
for (const { role, email } of demoAccounts) {
  test(`sign in as ${role}`, async ({ request }) => {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const answer = await request.post("/api/auth/callback/credentials", {
      form: { csrfToken, email, password: demoPassword, json: "true" },
    });
    expect(answer.ok()).toBe(true);
    await request.storageState({ path: signedInAs(role) });
  });
}
