import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { recordPresence } from "@/server/commands/presence/record-presence";
import { AGENTS, eventsOf } from "@/server/domain/calls/life-notation";
import { readServiceLevel } from "@/server/domain/metrics/service-level";
import { callVolume } from "@/server/domain/metrics/volume";
import { system } from "@/server/domain/people/viewer";
import type { PresenceChange } from "@/server/domain/presence/presence";
import { readTalliesBy, readTally } from "@/server/store/metrics/read-tallies";
import { readFreeIdle } from "@/server/store/presence/free-idle";
import { createSkillGroup, createUser, someInstant } from "@/server/testing/factories";
import { importFile, sharedFile } from "@/server/testing/imports";
import { recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

// The records of the bank have a test of their own: server/importing/bank-records.db.test.ts.

const { db } = useTestDatabase();

const Counters = z.object({
  Completed: z.number(),
  Abandoned: z.number(),
  ServicelevelPerf: z.number(),
  ServicelevelPerf2: z.number(),
  servicelevel_s: z.number(),
});
const ContactCentre = z.tuple([
  z.object({
    expect: z.object({
      received: z.number(),
      answered: z.number(),
      abandoned: z.number(),
      blocked: z.number(),
    }),
  }),
  z.object({ expect: z.object({ login_time_s: z.number(), pause_time_s: z.number() }) }),
  z.object({ expect: z.object({ wrapup_time_s: z.number(), conversation_time_s: z.number() }) }),
]);
const KnownAnswers = z.object({
  asterisk_capture: z.object({ asterisk_counters: z.object({ hotline: Counters, vip: Counters }) }),
  contact_center_stats: z.object({ cases: ContactCentre }),
});

const file = sharedFile("cases/known-answers.json");
const known = () => KnownAnswers.parse(JSON.parse(readFileSync(file, "utf8")));
const percent = (share: number | undefined) => Number(((share ?? 0) * 100).toFixed(1));

describe.skipIf(!existsSync(file))("tallies of real records (needs ../shared)", () => {
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

describe.skipIf(!existsSync(file))("the statistics of another contact centre (needs ../shared)", () => {
  beforeAll(async () => {
    const lives = [
      "0 callArrived, 0 queueEntered Orders, 1 agentOffered Ana, 3 agentAnswered Ana, 9 callerHungUp",
      "20 callArrived, 20 queueEntered Orders, 22 callerHungUp",
      "30 callArrived, 30 callEnded closed",
      "5000 callArrived, 5000 queueEntered Orders, 5001 agentAnswered Bo, 5003 callerHungUp, 5003 wrapUpStarted Bo, 5005 wrapUpFinished Bo",
      "5020 callArrived, 5020 queueEntered Returns, 5021 agentAnswered Bo, 5024 callerHungUp",
    ];
    await recordGenerated(
      db,
      lives.map((life) => ({ events: eventsOf(life) })),
    );
  });

  test("count a call that was answered, one abandoned after 2 s, and one that nobody was there for", async () => {
    const [{ expect: expected }] = known().contact_center_stats.cases;
    const call = await readTally(db, { unit: "call", from: 0, until: 1_000_000, filter: {} });
    const { answered, abandoned, short_abandoned, turned_away } = call.outcomes;
    expect({
      received: callVolume(call),
      answered,
      abandoned: abandoned + short_abandoned,
      blocked: turned_away,
    }).toEqual(expected);
  });

  test("have the time on calls and the wrap-up of two queues", async () => {
    const expected = known().contact_center_stats.cases[2].expect;
    const filter = { agentIds: [AGENTS.Bo] };
    const leg = await readTally(db, { unit: "leg", from: 0, until: 10_000_000, filter });
    expect({ wrapup_time_s: leg.wrapUpMs / 1000, conversation_time_s: leg.talkMs / 1000 }).toEqual(expected);
  });

  test("have an agent's time without pauses; log-in and pause times are no figures of ours by themselves", async () => {
    const { login_time_s, pause_time_s } = known().contact_center_stats.cases[1].expect;
    const { userId: agentId } = await createUser(db);
    const steps = [
      [0, "busy"],
      [2, "idle"],
      [5, "offline"],
      [100, "busy"],
      [102, "idle"],
      [103, "offline"],
    ] as const;
    const changes = steps.map(
      ([second, status]): PresenceChange => ({
        agentId,
        at: someInstant + second * 1000,
        status,
        state: "free",
      }),
    );
    const ctx = { db, actor: system, now: () => someInstant };
    expect(await recordPresence(ctx, { changes })).toMatchObject({ ok: true });
    const now = someInstant + 3_600_000;
    const freeIdle = await readFreeIdle(db, { from: someInstant, until: now, now });
    expect(freeIdle.get(agentId)).toBe((login_time_s - pause_time_s) * 1000);
  });
});
