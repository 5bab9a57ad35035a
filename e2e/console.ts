import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { Role } from "@/server/domain/people/role";
import { env } from "@/server/env";

/** A test of the running product; `page.goto("/calls")` goes to it. */
export const test = base.extend({
  baseURL: ({ browserName: _ }, use) => use(env().NEXTAUTH_URL),
});

/** The cookies of the demo account with `role`: `test.use({ storageState: signedInAs("agent") })`. */
export function signedInAs(role: Role): string {
  return `e2e/.auth/${role}.json`;
}

/** Neither light nor dark has anything that axe finds fault with. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    expect(faults, `axe, ${colorScheme}`).toEqual([]);
  }
}
