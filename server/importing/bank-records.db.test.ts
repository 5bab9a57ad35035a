import { existsSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { isReconciled } from "@/server/domain/importing/report";
import {
  addHistograms,
  addToBucket,
  bucketsOf,
  countOf,
  emptyHistogram,
  type LogHistogram,
  midpointOf,
} from "@/server/domain/metrics/log-histogram";
import { medianOf, quantileOf } from "@/server/domain/metrics/quantile";
import { callVolume } from "@/server/domain/metrics/volume";
import { readTalliesBy, readTally } from "@/server/store/metrics/read-tallies";
import { importFile, sharedFile } from "@/server/testing/imports";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const Month = z.object({
  rows: z.number(),
  outcome: z.object({ HANG: z.number(), AGENT: z.number(), PHANTOM: z.number() }),
  abandon_share_excl_phantom: z.number(),
  abandon_share_after_queued: z.number(),
  queued_share: z.number(),
  mean_vru: z.number(),
  mean_wait_answered: z.number(),
  mean_wait_all_real: z.number(),
  mean_wait_abandoned: z.number(),
  median_wait_queued: z.number(),
  max_wait: z.number(),
  answered_within_20s: z.number(),
  sl20_of_real: z.number(),
  mean_service: z.number(),
  median_service: z.number(),
  service_le_10s: z.number(),
  max_service: z.number(),
  servers: z.number(),
});
type Month = z.infer<typeof Month>;
const KnownAnswers = z.object({ bank_1999: z.object({ january: Month, february: Month }) });

const months = [
  ["january", "1998-12-31T22:00Z", "1999-01-31T22:00Z"],
  ["february", "1999-01-31T22:00Z", "1999-02-28T22:00Z"],
] as const;
type MonthName = (typeof months)[number][0];

const answers = sharedFile("cases/known-answers.json");
const knownOf = (month: MonthName): Month =>
  KnownAnswers.parse(JSON.parse(readFileSync(answers, "utf8"))).bank_1999[month];
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

const importMonth = (month: MonthName) =>
  importFile(db, {
    format: "anonymous-bank-1999",
    path: sharedFile(`data/anonymous-bank-1999/${month}.txt`),
    provider: "bank",
    timeZone: "Asia/Jerusalem",
  });

/** The published figures, out of our own tables. They count a caller who hung up before any queue as one who waited 0 s. */
async function tableFigures(from: string, until: string): Promise<Record<string, unknown>> {
  const [figures] = await db.execute(sql`
    select count(*)::int as rows,
      count(*) filter (where outcome = 'answered')::int as answered,
      count(*) filter (where outcome in ('abandoned', 'short_abandoned', 'left_in_ivr'))::int as hung_up,
      count(*) filter (where outcome = 'phantom')::int as phantom,
      round(avg(wait_ms) filter (where outcome = 'answered') / 1000, 1)::float as mean_wait_answered,
      round(avg(wait_ms) filter (where outcome in ('abandoned', 'short_abandoned', 'left_in_ivr')) / 1000, 1)
        ::float as mean_wait_hung_up,
      round(avg((wait_ms <= 20000)::int) filter (where outcome = 'answered'), 4)::float as within_20s,
      round(avg(talk_ms) filter (where outcome = 'answered') / 1000, 1)::float as mean_service,
      (percentile_cont(0.5) within group (order by talk_ms) filter (where outcome = 'answered') / 1000)::float
        as median_service,
      count(*) filter (where outcome = 'answered' and talk_ms <= 10000)::int as service_le_10s,
      (max(talk_ms) / 1000)::int as max_service
    from call where started_at >= ${from}::timestamptz and started_at < ${until}::timestamptz`);
  return { ...figures };
}

async function talliesOf(from: string, until: string) {
  const asked = { from: Date.parse(from), until: Date.parse(until), filter: {} };
  const [call, visit, leg, agents] = await Promise.all([
    readTally(db, { unit: "call", ...asked }),
    readTally(db, { unit: "visit", ...asked }),
    readTally(db, { unit: "leg", ...asked }),
    readTalliesBy(db, { unit: "leg", ...asked, by: "agent" }),
  ]);
  const { abandoned, short_abandoned, left_in_ivr, answered, phantom } = call.outcomes;
  const abandonedWaits = addHistograms(visit.abandonedWaits, visit.shortAbandonedWaits);
  return {
    call,
    visit,
    leg,
    agents,
    answered,
    phantom,
    hungUp: abandoned + short_abandoned + left_in_ivr,
    abandonedWaitMs: visit.abandonedWaitMs + sumOfSeconds(visit.shortAbandonedWaits),
    hungUpAfterWait: countOf(afterWait(abandonedWaits)),
    waits: afterWait(addHistograms(visit.answeredWaits, abandonedWaits)),
  };
}

/** Of short waits the tally keeps no sum; the bank's clocks tell whole seconds. */
function sumOfSeconds(durations: LogHistogram): number {
  const seconds = (bucket: number) => Math.round(midpointOf(bucket) / 1000);
  return bucketsOf(durations).reduce((total, [bucket, count]) => total + count * seconds(bucket) * 1000, 0);
}

/** Without those who found somebody free: the bank says that they did not queue. */
function afterWait(waits: LogHistogram): LogHistogram {
  const rest = emptyHistogram();
  for (const [bucket, count] of bucketsOf(waits)) if (bucket > 0) addToBucket(rest, bucket, count);
  return rest;
}

function expectWithin(share: number, actualMs: number | null, seconds: number): void {
  expect(Math.abs((actualMs ?? 0) / 1000 / seconds - 1)).toBeLessThan(share);
}

describe.skipIf(!existsSync(answers))("the records of a real bank (needs ../shared)", () => {
  const imported = new Map<MonthName, Awaited<ReturnType<typeof importFile>>>();

  beforeAll(async () => {
    for (const [month] of months) imported.set(month, await importMonth(month));
  }, 600_000);

  test.each(months)("of %s are all taken", (month) => {
    const { rows } = knownOf(month);
    const { status, report } = imported.get(month) ?? {};
    expect(status).toBe("finished");
    expect(report && isReconciled(report)).toBe(true);
    expect(report?.rows).toEqual({ read: rows, used: rows, notAboutCalls: 0, refused: 0 });
    expect(report?.calls).toEqual({ found: rows, made: rows, extended: 0, unchanged: 0 });
  });

  test.each(months)("of %s give the published figures as rows", async (month, from, until) => {
    const known = knownOf(month);
    expect(await tableFigures(from, until)).toEqual({
      rows: known.rows,
      answered: known.outcome.AGENT,
      hung_up: known.outcome.HANG,
      phantom: known.outcome.PHANTOM,
      mean_wait_answered: known.mean_wait_answered,
      mean_wait_hung_up: known.mean_wait_abandoned,
      within_20s: known.answered_within_20s,
      mean_service: known.mean_service,
      median_service: known.median_service,
      service_le_10s: known.service_le_10s,
      max_service: known.max_service,
    });
  });

  test.each(months)(
    "of %s give the published counts, shares and means as tallies",
    async (month, ...period) => {
      const { call, visit, leg, answered, phantom, hungUp, ...more } = await talliesOf(...period);
      const real = callVolume(call);
      const waited = countOf(more.waits);
      expect(knownOf(month)).toMatchObject({
        rows: real + phantom,
        outcome: { HANG: hungUp, AGENT: answered, PHANTOM: phantom },
        abandon_share_excl_phantom: rounded(hungUp / real, 4),
        abandon_share_after_queued: rounded(more.hungUpAfterWait / waited, 4),
        // Of all rows: those that are no calls are said to have queued, every one.
        queued_share: rounded((waited + phantom) / (real + phantom), 3),
        mean_wait_answered: rounded(visit.answeredWaitMs / visit.answered / 1000, 1),
        mean_wait_all_real: rounded((visit.answeredWaitMs + more.abandonedWaitMs) / real / 1000, 1),
        mean_wait_abandoned: rounded(more.abandonedWaitMs / hungUp / 1000, 1),
        answered_within_20s: rounded(visit.answeredWithin / visit.answered, 4),
        sl20_of_real: rounded(visit.answeredWithin / real, 4),
        mean_service: rounded(leg.talkMs / leg.finished / 1000, 1),
        service_le_10s: leg.short,
        servers: more.agents.size,
      });
    },
  );

  test.each(months)("of %s give the published medians and extremes within 1 %%", async (month, ...period) => {
    const known = knownOf(month);
    const { leg, waits } = await talliesOf(...period);
    expectWithin(0.01, medianOf(leg.talks), known.median_service);
    expectWithin(0.01, quantileOf(leg.talks, 1), known.max_service);
    expectWithin(0.01, medianOf(waits), known.median_wait_queued);
  });

  test("give the longest wait of February; January's is published of a row that is no call", async () => {
    const [january, february] = [await talliesOf(...periodOf(0)), await talliesOf(...periodOf(1))];
    expectWithin(0.01, quantileOf(february.waits, 1), knownOf("february").max_wait);
    expect((quantileOf(january.waits, 1) ?? 0) / 1000).toBeLessThan(knownOf("january").max_wait);
  });

  test.each(months)(
    "of %s give the mean IVR time within 2 %%: the published one counts negative times, and rows that are no calls",
    async (month, ...period) => {
      const { call } = await talliesOf(...period);
      expectWithin(0.02, call.ivrMs / callVolume(call), knownOf(month).mean_vru);
    },
  );

  test("imported again change nothing", async () => {
    const before = await fingerprint();
    const again = await importMonth("january");
    expect(again.report?.calls).toEqual({ found: 31_599, made: 0, extended: 0, unchanged: 31_599 });
    expect(again.report?.created).toEqual({ agents: [], skillGroups: [] });
    expect(await fingerprint()).toEqual(before);
  }, 300_000);
});

function periodOf(month: 0 | 1): [from: string, until: string] {
  const [, from, until] = months[month];
  return [from, until];
}

/** A digest of all rows about calls, as the database prints them. */
async function fingerprint(): Promise<Record<string, unknown>[]> {
  const tables = ["call_source", "call_event", "call", "queue_visit", "leg", "key_press"];
  const digests = tables.map((table) =>
    db.execute(sql`select ${table} as table, count(*), md5(string_agg(md5(t::text), '' order by md5(t::text)))
      from ${sql.identifier(table)} t`),
  );
  return (await Promise.all(digests)).map(([digest]) => ({ ...digest }));
}
