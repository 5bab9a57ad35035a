import { randomUUID } from "node:crypto";
import type { Database } from "@/drizzle/database";
import { callDeletions, calls, legs, queueVisits } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import { type CallFilter, type CallSort, newestFirst } from "@/server/domain/calls/call-filter";
import { makeCallId } from "@/server/domain/calls/call-id";
import { CallOutcome } from "@/server/domain/calls/record";
import { type CallId, NoteId, type SkillGroupId, type UserId } from "@/server/domain/identifiers";
import { systemCallScope } from "@/server/domain/people/viewer";
import { findCalls } from "@/server/store/calls/find-calls";
import type { CallListRequest } from "@/server/store/calls/read-page";
import { ensurePartitions } from "@/server/store/partitions";
import { createSkillGroup, createUser, someInstant } from "@/server/testing/factories";

/** A call as the test drew it: what the filters are judged by. */
export interface Drawn {
  readonly call: typeof calls.$inferInsert;
  readonly groups: readonly SkillGroupId[];
  readonly agents: readonly UserId[];
  readonly noteText: string | null;
  readonly deleted: boolean;
}

/** A seeded generator (mulberry32): the same calls in every run. */
function seeded(seed: number) {
  let state = seed;
  return (count: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

export const hour = 3_600_000;
export const noteTexts = [
  "客户要求退款，已登记",
  "Asked for a refund of order 17",
  "退货与退款",
  "O'Brien called \\ again",
  "发票",
];
const names = ["王伟", "欧阳伟 Wei", "Li Wen", "O'Brien, Wendy", "退款", null];
/** All of them, once they are in the database. */
export const drawn: Drawn[] = [];
export const groups: SkillGroupId[] = [];
export const agents: UserId[] = [];

/** The item at this place, which has to be there. */
export function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("drawn outside of the list");
  return item;
}

function draw(index: number, chance: (count: number) => number): Drawn {
  const startedAt = someInstant + chance(60) * 24 * hour + chance(24) * hour;
  const visits = chance(3);
  const answeredAt = chance(2) === 0 ? null : startedAt + 1000;
  const [waitMs, talkMs, wrapUpMs] = [chance(4) * 1000, chance(5) * 1000, chance(3) * 1000];
  return {
    call: {
      callId: makeCallId(startedAt, `test\0${index}`),
      direction: chance(4) === 0 ? "outbound" : "inbound",
      outcome: pick(CallOutcome.options, chance(CallOutcome.options.length)),
      startedAt,
      customerNumber: chance(8) === 0 ? null : `+861381234${String(chance(300)).padStart(4, "0")}`,
      customerName: pick(names, index % names.length),
      customerRef: chance(9) === 0 ? `customer ${chance(20)}` : null,
      province: pick(["Guangdong", "Jiangsu", null], chance(3)),
      verification: pick(["passed", "failed", "abandoned", null], chance(4)),
      answeredAt,
      ivrMs: 0,
      waitMs: visits > 0 ? waitMs : 0,
      talkMs: answeredAt === null ? 0 : talkMs,
      holdMs: 0,
      wrapUpMs: answeredAt === null ? 0 : wrapUpMs,
      handleMs: answeredAt === null ? 0 : talkMs + wrapUpMs,
      visitCount: visits,
      offerCount: 0,
      transferCount: 0,
      keyTrack: "",
    },
    groups: Array.from({ length: visits }, () => pick(groups, chance(groups.length))),
    agents: Array.from({ length: chance(3) }, () => pick(agents, chance(agents.length))),
    noteText: chance(3) === 0 ? pick(noteTexts, chance(noteTexts.length)) : null,
    deleted: chance(10) === 0,
  };
}

async function insertDrawn(db: Database, author: UserId) {
  const at = someInstant;
  await db.insert(calls).values(
    drawn.map(({ call, groups: skillGroupIds, agents: agentIds }) => ({
      ...call,
      skillGroupIds: [...skillGroupIds],
      agentIds: [...agentIds],
    })),
  );
  await db.insert(queueVisits).values(
    drawn.flatMap(({ call, groups: visited }) =>
      visited.map((skillGroupId, index) => ({
        callId: call.callId,
        ordinal: index + 1,
        skillGroupId,
        enteredAt: at,
        leftAt: at,
        waitMs: 0,
        outcome: "overflowed" as const,
        priority: 0,
        serviceLevelSeconds: 20,
        shortAbandonSeconds: 5,
      })),
    ),
  );
  await db.insert(legs).values(
    drawn.flatMap(({ call, agents: offered }) =>
      offered.map((agentId, index) => ({
        callId: call.callId,
        ordinal: index + 1,
        kind: "queue" as const,
        agentId,
        offeredAt: at,
        outcome: "missed" as const,
      })),
    ),
  );
  const written = drawn.filter(({ noteText }) => noteText !== null);
  await db.insert(notes).values(
    written.flatMap(({ call, noteText }) => [
      {
        noteId: NoteId.parse(randomUUID()),
        callId: call.callId,
        authorId: author,
        body: noteText ?? "",
        revision: 1,
        createdAt: at,
      },
      // A deleted note is no note.
      {
        noteId: NoteId.parse(randomUUID()),
        callId: call.callId,
        authorId: author,
        body: "投诉",
        revision: 1,
        createdAt: at,
        deletedAt: at,
      },
    ]),
  );
  await db
    .insert(callDeletions)
    .values(
      drawn
        .filter(({ deleted }) => deleted)
        .map(({ call }) => ({ callId: call.callId, deletedAt: at, deletedBy: author, reason: "twice" })),
    );
}

/** Draws calls of every kind and puts them into the database. */
export async function drawCalls(db: Database): Promise<void> {
  for (let made = 0; made < 3; made += 1) groups.push((await createSkillGroup(db)).skillGroupId);
  for (let made = 0; made < 4; made += 1) agents.push((await createUser(db)).userId);
  await ensurePartitions(db, someInstant, someInstant + 62 * 24 * hour);
  const chance = seeded(7);
  for (let index = 0; index < 600; index += 1) drawn.push(draw(index, chance));
  await insertDrawn(db, pick(agents, 0));
}

/** Whether a call belongs into a list, in plain TypeScript. */
export type Judge = (one: Drawn) => boolean;

/** The calls of a list, in its order. */
export async function findCallIds(db: Database, request: CallListRequest): Promise<CallId[]> {
  return (await findCalls(db, request)).map(({ callId }) => callId);
}

/** The whole list of all calls that are not deleted. */
export function everything(db: Database, filter: Partial<CallFilter>, sort: CallSort = newestFirst) {
  const { number: _, ...rest } = filter;
  return findCallIds(db, {
    scope: systemCallScope,
    filter: { deleted: "without", ...rest },
    sort,
    limit: 1000,
  });
}

/** The same calls in an order that says nothing. */
export const idsOf = (list: readonly Drawn[]) => list.map(({ call }) => call.callId).sort();
