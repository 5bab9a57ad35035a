import { connect } from "@/drizzle/database";
import { seedDemo } from "@/drizzle/seed/seed-demo";
import { closeDemoAccounts } from "@/server/commands/people/close-demo-accounts";
import { openDemoAccounts } from "@/server/commands/people/open-demo-accounts";
import { system } from "@/server/domain/people/viewer";
import { say } from "@/server/launch/say";

/** In demo mode traffic and accounts are there; out of it nobody signs in with a password from the source. */
export async function settleDemo(url: string, isDemo: boolean): Promise<void> {
  const { db, close } = connect(url, { max: 2, applicationName: "hotline launch" });
  const now = Date.now();
  try {
    const ctx = { db, actor: system, now: () => now };
    if (!isDemo) {
      await closeDemoAccounts(ctx, {});
      return;
    }
    if (await seedDemo(db, { now })) say("Thirty days of demo traffic have been made up.");
    await openDemoAccounts(ctx, {});
  } finally {
    await close();
  }
}
