import { existsSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isReconciled } from "@/server/domain/importing/report";
import { importFile, sharedFile } from "@/server/testing/imports";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const Month = z.object({
  rows: z.number(),
  outcome: z.object({ HANG: z.number(), AGENT: z.number(), PHANTOM: z.number() }),
  mean_vru: z.number(),
  mean_wait_answered: z.number(),
  mean_wait_abandoned: z.number(),
  answered_within_20s: z.number(),
  mean_service: z.number(),
  median_service: z.number(),
  service_le_10s: z.number(),
  max_service: z.number(),
});
const KnownAnswers = z.object({ bank_1999: z.object({ january: Month, february: Month }) });

const months = [
  ["january", "1999-01-01", "1999-02-01"],
  ["february", "1999-02-01", "1999-03-01"],
] as const;
const isHere = existsSync(sharedFile("cases/known-answers.json"));

/** The published figures, out of our own tables. They count a caller who hung up before any queue as one who waited 0 s. */
async function figuresBetween(from: string, to: string): Promise<Record<string, unknown>> {
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
    from call
    where started_at >= ${from}::timestamp at time zone 'Asia/Jerusalem'
      and started_at < ${to}::timestamp at time zone 'Asia/Jerusalem'`);
  return { ...figures };
}

describe.skipIf(!isHere)("the records of a real bank (needs ../shared)", () => {
  test.each(months)("%s gives the figures that are known of it", async (month, ...[from, to]) => {
    const answers = KnownAnswers.parse(
      JSON.parse(readFileSync(sharedFile("cases/known-answers.json"), "utf8")),
    );
    const known = answers.bank_1999[month];
    const { status, report } = await importFile(db, {
      format: "anonymous-bank-1999",
      path: sharedFile(`data/anonymous-bank-1999/${month}.txt`),
      provider: "bank",
      timeZone: "Asia/Jerusalem",
    });
    expect(status).toBe("finished");
    expect(report && isReconciled(report)).toBe(true);
    expect(report?.rows).toEqual({ read: known.rows, used: known.rows, notAboutCalls: 0, refused: 0 });
    expect(report?.calls).toEqual({ found: known.rows, made: known.rows, extended: 0, unchanged: 0 });
    expect(await figuresBetween(from, to)).toEqual({
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

  test("importing the same file again changes nothing", async () => {
    const before = await fingerprint();
    const again = await importFile(db, {
      format: "anonymous-bank-1999",
      path: sharedFile("data/anonymous-bank-1999/january.txt"),
      provider: "bank",
      timeZone: "Asia/Jerusalem",
    });
    expect(again.report?.calls).toEqual({ found: 31_599, made: 0, extended: 0, unchanged: 31_599 });
    expect(again.report?.created).toEqual({ agents: [], skillGroups: [] });
    expect(await fingerprint()).toEqual(before);
  });
});

/** A digest of all rows about calls, as the database prints them. */
async function fingerprint(): Promise<Record<string, unknown>[]> {
  const tables = ["call_source", "call_event", "call", "queue_visit", "leg", "key_press"];
  const digests = tables.map((table) =>
    db.execute(sql`select ${table} as table, count(*), md5(string_agg(md5(t::text), '' order by md5(t::text)))
      from ${sql.identifier(table)} t`),
  );
  return (await Promise.all(digests)).map(([digest]) => ({ ...digest }));
}
