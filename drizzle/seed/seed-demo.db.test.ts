import { count, eq, inArray, isNotNull, min, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { callDeletions, calls, legs, queueVisits } from "@/drizzle/schema/calls";
import { noteMentions, noteRevisions, notes } from "@/drizzle/schema/notes";
import { routingDecisions, ruleSetVersions } from "@/drizzle/schema/rule-sets";
import { skillGroupMembers, skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import { seedDemo } from "@/drizzle/seed/seed-demo";
import { generateTraffic } from "@/drizzle/seed/traffic";
import { isPassword } from "@/server/commands/people/password-hash";
import type { AuditAction } from "@/server/domain/audit/audit-action";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import { replay, type StoredDecision } from "@/server/domain/routing/stored-decision";
import { readinessOf, requireReady } from "@/server/domain/routing/versions/readiness";
import { readFreeIdle } from "@/server/store/presence/free-idle";
import { findRoutingDecisions } from "@/server/store/routing-decisions";
import { readRoutingKnowledge } from "@/server/store/routing-knowledge";
import { findDraft, listDrafts } from "@/server/store/rule-set-drafts";
import { findLiveVersion, findVersion } from "@/server/store/rule-set-versions";
import { tablesWithStatistics } from "@/server/testing/statistics";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const plan = { now: Date.UTC(2026, 2, 12, 10), seed: 7, days: 7 };

async function countCalls(): Promise<number> {
  const [row] = await db.select({ count: count() }).from(calls);
  return row?.count ?? 0;
}

beforeAll(async () => {
  expect(await seedDemo(db, plan)).toBe(true);
}, 60_000);

describe("the seeded demo", () => {
  test("keeps every call of the traffic", async () => {
    expect(await countCalls()).toBe(generateTraffic({ ...plan, agent: null, decisionDays: 0 }).calls.length);
  });

  test("is routed by a published version, with a draft of the next one that could be published", async () => {
    const live = await findLiveVersion(db, plan.now);
    expect(live).toMatchObject({ number: 1, effectiveUntil: null });
    expect((await findVersion(db, 1))?.ruleSet.queueRules.length).toBeGreaterThan(5);
    const [draft] = await listDrafts(db);
    const rules = draft && (await findDraft(db, draft.draftId));
    if (!rules) throw new Error("there is no draft");
    const readiness = readinessOf(rules, await readRoutingKnowledge(db), plan.now);
    expect(requireReady(readiness)).toMatchObject({ ok: true });
  });

  test("keeps how every call was routed, so that each decision can be made again to the same end", async () => {
    const version = await findVersion(db, 1);
    if (!version) throw new Error("nothing is published");
    const routed = await db.selectDistinct({ callId: routingDecisions.callId }).from(routingDecisions);
    const decisions: StoredDecision[] = [];
    for (const { callId } of routed) decisions.push(...(await findRoutingDecisions(db, callId)));
    expect(new Set(decisions.map(({ kind }) => kind))).toEqual(new Set(["arrival", "waiting", "choice"]));
    expect(decisions.length).toBeGreaterThan(3000);
    for (const decision of decisions) expect(replay(decision, version.ruleSet)).toEqual(decision);
  });

  test("has a decision for each queue that was entered and each agent who was offered a call from one", async () => {
    const [visits] = await db
      .select({ count: count() })
      .from(queueVisits)
      .where(sql`${queueVisits.ruleSetVersion} is distinct from 1 or not exists (
        select from routing_decision d where d.call_id = ${queueVisits.callId} and d.at = ${queueVisits.enteredAt})`);
    const [offers] = await db
      .select({ count: count() })
      .from(legs)
      .where(sql`${legs.kind} = 'queue' and not exists (
        select from routing_decision d where d.call_id = ${legs.callId} and d.at = ${legs.offeredAt}
          and d.outcome->>'agentId' = ${legs.agentId}::text)`);
    expect({ visits: visits?.count, offers: offers?.count }).toEqual({ visits: 0, offers: 0 });
  });

  test("is known to the planner, partitioned tables included", async () => {
    const known = await tablesWithStatistics(db);
    expect(known).toEqual(expect.arrayContaining(["call", "call_event", "key_press", "leg", "queue_visit"]));
  });

  test("has an account for each role, and no other that opens with the password of the sign-in page", async () => {
    const accounts = await db.select().from(users);
    const open: unknown[] = [];
    for (const { email, role, passwordHash } of accounts) {
      if (await isPassword(demoPassword, passwordHash)) open.push({ email, role });
    }
    expect(open).toEqual(expect.arrayContaining([...demoAccounts]));
    expect(open).toHaveLength(demoAccounts.length);
  });

  test("gives the agent who can sign in calls of their own", async () => {
    const own = await db
      .select({ callId: legs.callId })
      .from(legs)
      .innerJoin(users, eq(users.userId, legs.agentId))
      .where(eq(users.email, "agent@hotline.test"));
    expect(own.length).toBeGreaterThan(20);
  });

  test("knows the province of nearly every caller", async () => {
    const [known] = await db
      .select({ share: sql<number>`avg((province is not null)::int)`.mapWith(Number) })
      .from(calls)
      .where(isNotNull(calls.customerNumber));
    expect(known?.share).toBeGreaterThan(0.9);
  });

  test("knows what every agent was while a leg was theirs, and that they were free in between", async () => {
    const [legsWithout] = await db
      .select({ count: count() })
      .from(legs)
      .where(sql`${legs.endedAt} > ${legs.offeredAt} and not exists (
        select from presence_period p
        where p.agent_id = ${legs.agentId} and p.state in ('ringing', 'on_call')
          and p.started_at <= ${legs.offeredAt} and p.ended_at > ${legs.offeredAt})`);
    expect(legsWithout?.count).toBe(0);
    const free = await readFreeIdle(db, { from: plan.now - 7 * 86_400_000, until: plan.now, now: plan.now });
    expect(free.size).toBe(40);
    expect([...free.values()].filter((ms) => ms > 3_600_000).length).toBeGreaterThan(30);
  });

  describe("was written by commands, as the audit trail has it:", () => {
    const subjectsOf = async (action: AuditAction) => {
      const entries = await db
        .select({ id: auditEntries.subjectId })
        .from(auditEntries)
        .where(eq(auditEntries.action, action));
      return entries.map(({ id }) => id).toSorted();
    };
    const idsIn = async (id: PgColumn) =>
      (await db.select({ id: sql<string>`${id}` }).from(id.table)).map((row) => row.id).toSorted();

    test.each([
      ["person.added", users.userId],
      ["skillGroup.added", skillGroups.skillGroupId],
      ["skillGroup.changed", skillGroups.skillGroupId],
      ["skillGroup.membersChanged", skillGroups.skillGroupId],
      ["ruleSet.published", ruleSetVersions.number],
      ["note.written", notes.noteId],
      ["note.edited", noteRevisions.noteId],
    ] as const)("%s", async (action, id) => {
      const there = await idsIn(id);
      expect(there.length).toBeGreaterThan(0);
      expect(await subjectsOf(action)).toEqual(there.map(String));
    });

    test("call.deleted, call.restored", async () => {
      const restored = await subjectsOf("call.restored");
      expect(restored.length).toBeGreaterThan(0);
      const gone = (await subjectsOf("call.deleted")).filter((id) => !restored.includes(id));
      expect(gone).toEqual(await idsIn(callDeletions.callId));
    });

    test("every member of every group, and when groups are open", async () => {
      const entries = await db.select({ details: auditEntries.details }).from(auditEntries);
      const changes = entries.flatMap(({ details }) =>
        Array.isArray(details["changes"]) ? details["changes"] : [],
      );
      const members = await db.select().from(skillGroupMembers);
      expect(members.length).toBeGreaterThan(40);
      expect(changes.length).toBe(members.length);
      const open = await db.select().from(skillGroups).where(isNotNull(skillGroups.hours));
      expect(await subjectsOf("skillGroup.hoursSet")).toEqual(
        open.map((group) => group.skillGroupId).toSorted(),
      );
    });

    test("nothing before the morning of the day before the first calls, and all of it set up before them", async () => {
      const [first] = await db.select({ at: min(auditEntries.at) }).from(auditEntries);
      expect(new Date(first?.at ?? 0).toISOString()).toBe("2026-03-05T00:00:00.000Z");
      const setUp = await db
        .select({ at: auditEntries.at })
        .from(auditEntries)
        .where(inArray(auditEntries.subject, ["person", "skillGroup", "ruleSet"]));
      const [call] = await db.select({ at: min(calls.startedAt) }).from(calls);
      for (const { at } of setUp) expect(at).toBeLessThan(call?.at ?? 0);
    });
  });

  test("mentions colleagues in notes", async () => {
    const [mentions] = await db.select({ count: count() }).from(noteMentions);
    expect(mentions?.count).toBeGreaterThan(0);
  });

  test("is there once: seeding again changes nothing", async () => {
    const before = await countCalls();
    expect(await seedDemo(db, { ...plan, now: plan.now + 86_400_000 })).toBe(false);
    expect(await countCalls()).toBe(before);
  });
});
