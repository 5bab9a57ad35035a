import { connect } from "@/drizzle/database";
import { say } from "@/server/launch/say";
import { areRollupsComplete, completeRollups } from "@/server/store/rollups/rebuild-rollups";
import { refreshStatistics } from "@/server/store/statistics";

const SAY_EVERY_MS = 2000;

/** Counts the calls of an installation that is older than the rollups, or whose counting was interrupted. */
export async function settleRollups(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1, applicationName: "hotline launch" });
  try {
    if (await areRollupsComplete(db)) return;
    say("Counting the calls for the dashboards; this is done once …");
    let saidAt = Date.now();
    await completeRollups(db, {
      onProgress: ({ calls }) => {
        if (Date.now() - saidAt < SAY_EVERY_MS) return;
        saidAt = Date.now();
        say(`${calls} calls …`);
      },
    });
    await refreshStatistics(db);
  } finally {
    await close();
  }
}
