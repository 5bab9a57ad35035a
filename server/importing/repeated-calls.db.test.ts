import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { isReconciled } from "@/server/domain/importing/report";
import { importFile } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();

const mapping = {
  columns: {
    startedAt: "start",
    callId: "id",
    customerNumber: "caller",
    wait: "wait",
    agent: "agent",
    talk: "talk",
  },
  timeFormat: "ymd",
};
const heading = "start,id,caller,wait,agent,talk";

/** Calls that were abandoned after half a minute, one a second. */
function abandonedCalls(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const time = new Date(Date.UTC(2026, 2, 10, 8, 0, index)).toISOString().slice(0, 19).replace("T", " ");
    return `${time},call-${index},13812345678,30,,`;
  });
}

async function importRows(provider: string, rows: readonly string[]) {
  const path = await writeTemporary(`${[heading, ...rows].join("\n")}\n`);
  const { report } = await importFile(db, { format: "csv", path, provider, options: { mapping } });
  if (report === null) throw new Error("the file was refused");
  expect(isReconciled(report)).toBe(true);
  return report;
}

async function storedFacts(provider: string): Promise<unknown> {
  return await db.execute(sql`
    select count(*)::int as calls, sum(visit_count)::int as visits, count(*) filter (where outcome = 'answered')::int as answered,
      (select count(*)::int from call_event where call_id in (select call_id from call_source where provider = ${provider})) as events
    from call where call_id in (select call_id from call_source where provider = ${provider})`);
}

// The second batch begins after a thousand calls.
describe.each([
  { where: "in one batch", count: 10 },
  { where: "in a later batch", count: 2500 },
])("a second row with the id of a call, $where", ({ where, count }) => {
  const provider = `repeated ${where}`;
  const rows = abandonedCalls(count);
  const other = "2026-03-10 09:30:00,call-0,13900112233,12,Li Wen,95";
  const file = [...rows, other, rows[1] ?? ""];
  let facts: unknown;

  beforeAll(async () => {
    const report = await importRows(provider, file);
    expect(report.rows).toEqual({ read: count + 2, used: count + 1, notAboutCalls: 0, refused: 1 });
    expect(report.calls).toEqual({ found: count, made: count, extended: 0, unchanged: 0 });
    expect(report.refusals).toEqual([{ reason: "repeated_call_id", count: 1, lines: [count + 2] }]);
    expect(report.warnings).toEqual([{ kind: "repeated_line", count: 1, lines: [count + 3] }]);
    expect(report.skillGroups.map(({ entered }) => entered)).toEqual([count]);
    expect(report.created.agents).toEqual([]);
    facts = await storedFacts(provider);
  });

  test("is never mixed into that call nor counted as another", () => {
    expect(facts).toMatchObject([{ calls: count, visits: count, answered: 0 }]);
  });

  test("changes nothing when the file is imported again, and is accounted for as before", async () => {
    const report = await importRows(provider, file);
    expect(report.calls).toEqual({ found: count, made: 0, extended: 0, unchanged: count });
    expect(report.refusals).toEqual([{ reason: "repeated_call_id", count: 1, lines: [count + 2] }]);
    expect(await storedFacts(provider)).toEqual(facts);
  });
});

test("a bank's record of a call that another record tells differently is refused", async () => {
  const columns = ["vru+line", "call_id", "customer_id", "priority", "type", "date", "vru_entry", "vru_exit"];
  const header = [
    ...columns,
    "vru_time",
    "q_start",
    "q_exit",
    "q_time",
    "outcome",
    "ser_start",
    "ser_exit",
    "ser_time",
    "server",
  ];
  const row = (seconds: number) =>
    `AA0101\t1\t0\t0\tPS\t990101\t8:00:00\t8:00:${seconds}\t${seconds}\t0:00:00\t0:00:00\t0\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER`;
  const path = await writeTemporary(`${[header.join("\t"), row(10), row(20), row(10)].join("\n")}\n`);
  const { report } = await importFile(db, { format: "anonymous-bank-1999", path, provider: "bank" });
  expect(report?.rows).toEqual({ read: 3, used: 2, notAboutCalls: 0, refused: 1 });
  expect(report?.calls).toMatchObject({ found: 1, made: 1 });
  expect(report?.refusals).toEqual([{ reason: "repeated_call_id", count: 1, lines: [3] }]);
});
