import { connect } from "@/drizzle/database";
import { closeDemoAccounts, ensureDemoAccounts } from "@/drizzle/seed/demo-accounts";
import { seedDemo } from "@/drizzle/seed/seed-demo";
import { say } from "@/server/launch/say";

/** In demo mode traffic and accounts are there; out of it nobody signs in with a password from the source. */
export async function settleDemo(url: string, isDemo: boolean): Promise<void> {
  const { db, close } = connect(url, { max: 2, applicationName: "hotline launch" });
  const now = Date.now();
  try {
    if (!isDemo) return await closeDemoAccounts(db, now);
    if (await seedDemo(db, { now })) say("Thirty days of demo traffic have been made up.");
    await ensureDemoAccounts(db, now);
  } finally {
    await close();
  }
}
