import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type LogHistogram, midpointOf } from "@/server/domain/metrics/log-histogram";
import { medianOf, quantileOf } from "@/server/domain/metrics/quantile";
import { readServiceLevel } from "@/server/domain/metrics/service-level";
import { callVolume } from "@/server/domain/metrics/volume";
import { readTalliesBy, readTally } from "@/server/store/metrics/read-tallies";
import { createSkillGroup } from "@/server/testing/factories";
import { importFile, sharedFile } from "@/server/testing/imports";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const Month = z.object({
  outcome: z.object({ HANG: z.number(), AGENT: z.number(), PHANTOM: z.number() }),
  mean_wait_answered: z.number(),
  mean_wait_abandoned: z.number(),
  answered_within_20s: z.number(),
  sl20_of_real: z.number(),
  mean_service: z.number(),
  median_service: z.number(),
  service_le_10s: z.number(),
  max_service: z.number(),
});
const Counters = z.object({
  Completed: z.number(),
  Abandoned: z.number(),
  ServicelevelPerf: z.number(),
  ServicelevelPerf2: z.number(),
  servicelevel_s: z.number(),
});
const KnownAnswers = z.object({
  bank_1999: z.object({ january: Month, february: Month }),
  asterisk_capture: z.object({ asterisk_counters: z.object({ hotline: Counters, vip: Counters }) }),
});

const file = sharedFile("cases/known-answers.json");
const known = () => KnownAnswers.parse(JSON.parse(readFileSync(file, "utf8")));
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
const percent = (share: number | undefined) => rounded((share ?? 0) * 100, 1);

/** Of waits of which the tally keeps no sum, within 1 %. */
function aboutSumMs(durations: LogHistogram): number {
  return [...durations].reduce((total, [bucket, count]) => total + count * midpointOf(bucket), 0);
}

describe.skipIf(!existsSync(file))("tallies of real records (needs ../shared)", () => {
  test.each([
    ["january", "1998-12-31T22:00Z", "1999-01-31T22:00Z"],
    ["february", "1999-01-31T22:00Z", "1999-02-28T22:00Z"],
  ] as const)("give the bank's published figures of %s", async (month, from, until) => {
    await importFile(db, {
      format: "anonymous-bank-1999",
      path: sharedFile(`data/anonymous-bank-1999/${month}.txt`),
      provider: "bank",
      timeZone: "Asia/Jerusalem",
    });
    const asked = { from: Date.parse(from), until: Date.parse(until), filter: {} };
    const call = await readTally(db, { unit: "call", ...asked });
    const visit = await readTally(db, { unit: "visit", ...asked });
    const leg = await readTally(db, { unit: "leg", ...asked });
    const { outcomes } = call;
    const hungUp = outcomes.abandoned + outcomes.short_abandoned + outcomes.left_in_ivr;
    const hungUpWaitMs = visit.abandonedWaitMs + aboutSumMs(visit.shortAbandonedWaits);
    const { median_service, max_service, ...exact } = known().bank_1999[month];
    expect({
      outcome: { HANG: hungUp, AGENT: outcomes.answered, PHANTOM: outcomes.phantom },
      mean_wait_answered: rounded(visit.answeredWaitMs / visit.answered / 1000, 1),
      mean_wait_abandoned: rounded(hungUpWaitMs / hungUp / 1000, 1),
      answered_within_20s: rounded(visit.answeredWithin / visit.answered, 4),
      sl20_of_real: rounded(visit.answeredWithin / callVolume(call), 4),
      mean_service: rounded(leg.talkMs / leg.finished / 1000, 1),
      service_le_10s: leg.short,
    }).toEqual(exact);
    const [median = 0, longest = 0] = [medianOf(leg.talks), quantileOf(leg.talks, 1)].map((ms) => ms ?? 0);
    expect(Math.abs(median / 1000 / median_service - 1)).toBeLessThan(0.01);
    expect(Math.abs(longest / 1000 / max_service - 1)).toBeLessThan(0.01);
  });

  test("give Asterisk's own service levels, in its two readings", async () => {
    const counters = known().asterisk_capture.asterisk_counters;
    const queues = ["hotline", "vip"] as const;
    // The log does not tell the thresholds; the queues' configuration does.
    const groups = queues.map((name) => ({ name, serviceLevelSeconds: counters[name].servicelevel_s }));
    const [hotline, vip] = await Promise.all(groups.map((group) => createSkillGroup(db, group)));
    await importFile(db, {
      format: "asterisk-queue-log",
      path: sharedFile("data/asterisk-22-capture/queue_log"),
      provider: "asterisk",
    });
    const ofYear = { from: Date.UTC(2026, 0), until: Date.UTC(2027, 0), filter: {} };
    const tallies = await readTalliesBy(db, { unit: "visit", ...ofYear, by: "skillGroup" });
    const readings = [hotline, vip].map((group) => {
      const tally = tallies.get(group?.skillGroupId ?? "");
      if (tally === undefined) return undefined;
      return {
        Completed: tally.answered,
        Abandoned: tally.abandoned + tally.shortAbandoned + tally.givenUp,
        ServicelevelPerf: percent(readServiceLevel("asterisk", tally)?.share),
        ServicelevelPerf2: percent(readServiceLevel("asterisk2", tally)?.share),
        servicelevel_s: group?.serviceLevelSeconds,
      };
    });
    expect(readings).toEqual([counters.hotline, counters.vip]);
  });
});
