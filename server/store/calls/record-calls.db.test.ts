import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "@/drizzle/database";
import type { CallEvent } from "@/server/domain/calls/event";
import { prepareCall, type RecordedCall, recordCalls } from "@/server/store/calls/record-calls";
import { ensurePartitions } from "@/server/store/partitions";
import { createSkillGroup, createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db, url } = useTestDatabase();

let agentId: Awaited<ReturnType<typeof createUser>>["userId"];
let skillGroupId: Awaited<ReturnType<typeof createSkillGroup>>["skillGroupId"];

beforeAll(async () => {
  await ensurePartitions(db, someInstant, someInstant);
  ({ userId: agentId } = await createUser(db));
  ({ skillGroupId } = await createSkillGroup(db));
});

const nobody = { customerNumber: null, customerName: null, customerRef: null, lineNumber: null, place: null };

/** A call that rings an agent in vain, then reaches them, with a key pressed on the way. */
function answeredCall(at = someInstant): CallEvent[] {
  const queue = { skillGroupId, priority: 0, serviceLevelSeconds: 20, shortAbandonSeconds: 5 };
  return [
    { type: "callArrived", ...nobody, customerName: "Tab\there\nand \\N", at, sourceId: "1", raw: "one" },
    { type: "ivrEntered", node: "main", at, sourceId: "2" },
    { type: "ivrKeyPressed", node: "main", key: "7", at: at + 1000, sourceId: "3" },
    { type: "queueEntered", ...queue, ruleSetVersion: null, at: at + 2000, sourceId: "4" },
    { type: "agentOffered", agentId, at: at + 3000, sourceId: "5" },
    { type: "offerMissed", agentId, at: at + 9000, sourceId: "6" },
    { type: "agentOffered", agentId, at: at + 10_000, sourceId: "7" },
    { type: "agentAnswered", agentId, at: at + 12_000, sourceId: "8" },
    { type: "callerHungUp", at: at + 60_000, sourceId: "9" },
  ];
}

async function record(providerCallId: string, events: CallEvent[], on: Database = db): Promise<RecordedCall> {
  const [recorded] = await on.transaction((tx) =>
    recordCalls(tx, { provider: "test", importId: null }, [prepareCall("test", { providerCallId, events })]),
  );
  if (recorded === undefined) throw new Error("nothing was recorded");
  return recorded;
}

/** Everything that is kept about a call, as the database prints it. */
async function rowsOf(callId: string): Promise<string[]> {
  const texts: string[] = [];
  for (const table of ["call_event", "call", "queue_visit", "leg", "key_press"]) {
    const rows = await db.execute<{ text: string }>(
      sql`select t::text as text from ${sql.identifier(table)} t where call_id = ${callId} order by 1`,
    );
    texts.push(...rows.map(({ text }) => `${table} ${text}`));
  }
  return texts;
}

function withoutId(rows: string[], callId: string): string[] {
  return rows.map((row) => row.replaceAll(callId, "id"));
}

describe("a new call", () => {
  test("is kept whole: events, call, visits, legs and keys", async () => {
    const { callId, knownFrom } = await record("whole", answeredCall());
    expect(knownFrom).toBeNull();
    const rows = await rowsOf(callId);
    expect(rows.map((row) => row.split(" ")[0])).toEqual([
      ...Array.from({ length: 9 }, () => "call_event"),
      ...["call", "queue_visit", "leg", "leg", "key_press"],
    ]);
    const [call] = await db.execute(
      sql`select customer_name, talk_ms, wait_ms from call where call_id = ${callId}`,
    );
    expect(call).toMatchObject({ customer_name: "Tab\there\nand \\N", talk_ms: "48000", wait_ms: "10000" });
  });
});

describe("a call that is known", () => {
  test("is not changed by the same events again", async () => {
    const first = await record("again", answeredCall());
    const before = await rowsOf(first.callId);
    const second = await record("again", answeredCall());
    expect(second).toMatchObject({ callId: first.callId, isChanged: false, knownFrom: { importId: null } });
    expect(await rowsOf(first.callId)).toEqual(before);
  });

  test("keeps its id when a late event shows that it began earlier", async () => {
    const events = answeredCall();
    const first = await record("earlier", events.slice(3));
    const second = await record("earlier", events.slice(0, 3));
    expect(second).toMatchObject({ callId: first.callId, isChanged: true });
    expect(second.folded.call.startedAt).toBe(someInstant);
  });

  test("keeps what people wrote about it when it is folded anew", async () => {
    const { callId } = await record("noted", answeredCall().slice(0, 8));
    await db.execute(sql`insert into note (note_id, call_id, author_id, body, revision, created_at)
      values (gen_random_uuid(), ${callId}, ${agentId}, 'kept', 1, now())`);
    await record("noted", answeredCall());
    const notes = await db.execute(sql`select body from note where call_id = ${callId}`);
    expect(notes).toHaveLength(1);
  });

  test("comes out the same however its events are split, repeated and ordered", async () => {
    const whole = await record("reference", answeredCall());
    const expected = withoutId(await rowsOf(whole.callId), whole.callId);
    let run = 0;
    const portions = fc.array(fc.shuffledSubarray(answeredCall(), { minLength: 1 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(portions, async (parts) => {
        run += 1;
        for (const part of [...parts, answeredCall()]) await record(`split ${run}`, part);
        const { callId } = await record(`split ${run}`, answeredCall());
        expect(withoutId(await rowsOf(callId), callId)).toEqual(expected);
      }),
      { seed: 7, numRuns: 25 },
    );
  });

  test("loses no event when writers tell of it at the same time", async () => {
    const writers = Array.from({ length: 4 }, () => connect(url, { max: 1 }));
    const events = answeredCall();
    await Promise.all(
      events.map((event, index) => record("contended", [event], writers[index % writers.length]?.db)),
    );
    await Promise.all(writers.map((writer) => writer.close()));
    const whole = await record("reference of contended", events);
    const { callId, isChanged } = await record("contended", events);
    expect(isChanged).toBe(false);
    const expected = withoutId(await rowsOf(whole.callId), whole.callId);
    expect(withoutId(await rowsOf(callId), callId)).toEqual(expected);
  });
});

test("a transaction that fails leaves nothing of a call behind", async () => {
  const calls = [prepareCall("test", { providerCallId: "undone", events: answeredCall() })];
  const attempt = db.transaction(async (tx) => {
    await recordCalls(tx, { provider: "test", importId: null }, calls);
    throw new Error("power cut");
  });
  await expect(attempt).rejects.toThrow("power cut");
  expect(await rowsOf(calls[0]?.callId ?? "")).toEqual([]);
});
