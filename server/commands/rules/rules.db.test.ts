import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { ruleSetDrafts, ruleSetVersions } from "@/drizzle/schema/rule-sets";
import { skillGroupMembers } from "@/drizzle/schema/skill-groups";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { cancelScheduled } from "@/server/commands/rules/cancel-scheduled";
import { discardDraft } from "@/server/commands/rules/discard-draft";
import { importRuleSet } from "@/server/commands/rules/import-rule-set";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import { publishDraft } from "@/server/commands/rules/publish-draft";
import { renameDraft } from "@/server/commands/rules/rename-draft";
import { republishVersion } from "@/server/commands/rules/republish-version";
import { restoreDraft } from "@/server/commands/rules/restore-draft";
import { SkillGroupId } from "@/server/domain/identifiers";
import type { Viewer } from "@/server/domain/people/viewer";
import type { Outcome } from "@/server/domain/refusal";
import { ExampleId, type ExampleTest } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import { RuleId, type RuleSet } from "@/server/domain/routing/rule";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { writeExportFile } from "@/server/domain/routing/versions/export-file";
import { plainTreatment, starterRuleSet } from "@/server/domain/routing/versions/starter";
import { findDraft } from "@/server/store/rule-set-drafts";
import { findLiveVersion, findVersion, listScheduledVersions } from "@/server/store/rule-set-versions";
import { createSkillGroup, createUser, createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const HOUR_MS = 3_600_000;
const group = SkillGroupId.parse(randomUUID());
let supervisor: Viewer;
let clock = someInstant;

beforeAll(async () => {
  supervisor = await createViewer(db, "supervisor");
  await createSkillGroup(db, { skillGroupId: group, name: "Orders" });
  const { userId } = await createUser(db);
  await db.insert(skillGroupMembers).values({ skillGroupId: group, userId, proficiency: 3 });
});

beforeEach(() => {
  clock += 24 * HOUR_MS;
});

const ctx = () => ({ db, actor: supervisor, now: () => clock });

function carriedOut<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.details)}`);
  return outcome.value;
}

const fine = starterRuleSet({
  ruleId: RuleId.parse(randomUUID()),
  name: "Everything",
  skillGroupId: group,
  timeZone: "UTC",
});

/** The first rule takes everything: the last one never matches. */
const shadowed: RuleSet = {
  ...fine,
  queueRules: [
    {
      ruleId: RuleId.parse(randomUUID()),
      name: "All of them",
      isEnabled: true,
      when: { any: [openWorkOrder(true), openWorkOrder(false)] },
      treatment: { ...plainTreatment(group), priority: 3 },
    },
    ...fine.queueRules,
  ],
};

function openWorkOrder(value: boolean) {
  return { fact: "hasOpenWorkOrder", operator: "is", value } as const;
}

function example(priority: number): ExampleTest {
  return {
    exampleId: ExampleId.parse(randomUUID()),
    name: `Somebody, priority ${priority}`,
    call: unknownCall,
    groups: [],
    at: someInstant,
    expected: { kind: "enter", skillGroupId: group, priority },
  };
}

async function draftOf(ruleSet: RuleSet, examples: ExampleTest[] = []) {
  const { draftId } = carriedOut(await beginDraft(ctx(), { name: "A draft", from: null }));
  const { revision } = carriedOut(await keepRuleDraft(ctx(), { draftId, revision: 1, ruleSet, examples }));
  return { draftId, revision };
}

async function publish(effectiveAt: number | null = null): Promise<number> {
  const draft = await draftOf(fine);
  return carriedOut(await publishDraft(ctx(), { ...draft, comment: "Because", effectiveAt })).number;
}

const auditOf = (subjectId: string) =>
  db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId))
    .orderBy(auditEntries.auditEntryId);

describe("a draft", () => {
  test("that begins with nothing sends every call to the first group, and can be published", async () => {
    const { draftId } = carriedOut(
      await beginDraft(ctx(), { name: "New", from: null, timeZone: "Asia/Shanghai" }),
    );
    expect(await findDraft(db, draftId)).toMatchObject({
      name: "New",
      basedOn: null,
      revision: 1,
      ruleSet: {
        timeZone: "Asia/Shanghai",
        queueRules: [{ when: null, treatment: { skillGroupId: group } }],
      },
    });
    expect(
      await publishDraft(ctx(), { draftId, revision: 1, comment: "First", effectiveAt: null }),
    ).toMatchObject({ ok: true });
  });

  test("begins as the version that is live or an old one", async () => {
    const number = await publish();
    const { draftId } = carriedOut(await beginDraft(ctx(), { name: "On it", from: "live" }));
    expect(await findDraft(db, draftId)).toMatchObject({ basedOn: number, ruleSet: fine });
    const old = carriedOut(await beginDraft(ctx(), { name: "Old", from: 1 }));
    expect(await findDraft(db, old.draftId)).toMatchObject({ basedOn: 1 });
    expect(await beginDraft(ctx(), { name: "None", from: 9999 })).toMatchObject({
      reason: "version_not_found",
    });
  });

  test("is not overwritten by whoever has not seen its last change", async () => {
    const { draftId, revision } = await draftOf(fine);
    const change = (ruleSet: RuleSet) => keepRuleDraft(ctx(), { draftId, revision, ruleSet, examples: [] });
    const answers = await Promise.all([change(shadowed), change({ ...fine, timeZone: "Asia/Tokyo" })]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: "draft_changed",
      details: { name: supervisor.name },
    });
    expect((await findDraft(db, draftId))?.revision).toBe(revision + 1);
  });

  test("keeps nothing of rules that cannot be read", async () => {
    const { draftId, revision } = await draftOf(fine);
    const stranger = {
      ...fine,
      queueRules: [{ ...fine.queueRules[0], treatment: plainTreatment(SkillGroupId.parse(randomUUID())) }],
    };
    for (const ruleSet of [{ ...fine, more: 1 }, stranger]) {
      const kept = await keepRuleDraft(ctx(), { draftId, revision, ruleSet, examples: [] });
      expect(kept).toMatchObject({ ok: false, reason: "rules_invalid" });
    }
    expect(await findDraft(db, draftId)).toMatchObject({ revision, ruleSet: fine });
  });

  test("is renamed, discarded and brought back, each with an audit entry", async () => {
    const { draftId } = await draftOf(fine);
    carriedOut(await renameDraft(ctx(), { draftId, name: "Another name" }));
    carriedOut(await discardDraft(ctx(), { draftId }));
    expect(await findDraft(db, draftId)).toBeUndefined();
    expect(await renameDraft(ctx(), { draftId, name: "Gone" })).toMatchObject({ reason: "draft_not_found" });
    carriedOut(await restoreDraft(ctx(), { draftId }));
    expect(await findDraft(db, draftId)).toMatchObject({ name: "Another name", ruleSet: fine });
    expect((await auditOf(draftId)).map(({ action }) => action)).toEqual([
      "ruleSetDraft.begun",
      "ruleSetDraft.renamed",
      "ruleSetDraft.discarded",
      "ruleSetDraft.restored",
    ]);
  });

  test("begins from an exported file, and not from a broken one", async () => {
    const file = writeExportFile(
      { number: 3, comment: "From elsewhere", at: clock, ruleSet: fine, examples: [example(0)] },
      [{ skillGroupId: group, name: "Orders" }],
    );
    const { draftId } = carriedOut(await importRuleSet(ctx(), { name: "Imported", text: file }));
    expect(await findDraft(db, draftId)).toMatchObject({
      ruleSet: fine,
      examples: [{ expected: { priority: 0 } }],
    });
    const before = await db.$count(ruleSetDrafts);
    const broken = await importRuleSet(ctx(), { name: "Broken", text: file.slice(0, -10) });
    expect(broken).toMatchObject({ ok: false, reason: "rules_file_not_ours" });
    expect(await db.$count(ruleSetDrafts)).toBe(before);
  });
});

describe("publishing", () => {
  test("writes the next version and its audit entry, and the draft is gone", async () => {
    const draft = await draftOf(fine, [example(0)]);
    const comment = "Holidays are over";
    const { number } = carriedOut(await publishDraft(ctx(), { ...draft, comment, effectiveAt: null }));
    expect(await findVersion(db, number)).toMatchObject({
      comment,
      authorName: supervisor.name,
      ruleSet: fine,
      examples: [{ name: "Somebody, priority 0" }],
      effectiveFrom: clock,
      effectiveUntil: null,
    });
    expect(await findLiveVersion(db, clock)).toMatchObject({ number });
    expect(await auditOf(String(number))).toMatchObject([
      {
        action: "ruleSet.published",
        actorId: supervisor.userId,
        details: { comment, draftId: draft.draftId },
      },
    ]);
    expect(await findDraft(db, DraftId.parse(draft.draftId))).toBeUndefined();
  });

  test("is refused, and changes nothing, with errors, red examples, a stale revision or no comment", async () => {
    const before = await db.$count(ruleSetVersions);
    const refused = async (
      { draftId, revision }: { draftId: DraftId; revision: number },
      change: { comment?: string; effectiveAt?: number } = {},
    ) => {
      const input = { draftId, revision, comment: "Because", effectiveAt: null, ...change };
      const answer = await publishDraft(ctx(), input);
      return answer.ok ? "published" : answer.reason;
    };
    expect(await refused(await draftOf(shadowed))).toBe("rules_have_errors");
    expect(await refused(await draftOf(fine, [example(0), example(8)]))).toBe("examples_red");
    const { draftId, revision } = await draftOf(fine);
    expect(await refused({ draftId, revision: revision - 1 })).toBe("draft_changed");
    expect(await refused({ draftId, revision }, { comment: " " })).toBe("invalid_input");
    expect(await refused({ draftId, revision }, { effectiveAt: clock - 1 })).toBe("publish_in_past");
    expect(await db.$count(ruleSetVersions)).toBe(before);
    expect(await findDraft(db, draftId)).toBeDefined();
  });

  test("of several at once gives each a number and a time of its own", async () => {
    const drafts = [await draftOf(fine), await draftOf(fine), await draftOf(fine), await draftOf(fine)];
    const published = await Promise.all(
      drafts.map((draft) => publishDraft(ctx(), { ...draft, comment: "At once", effectiveAt: null })),
    );
    const numbers = published.map((outcome) => carriedOut(outcome).number);
    expect(new Set(numbers).size).toBe(4);
    expect(await findLiveVersion(db, clock + 10)).toMatchObject({ number: Math.max(...numbers) });
  });

  test("an old version again makes a new one of the same rules", async () => {
    const old = await publish();
    clock += HOUR_MS;
    await publish();
    clock += HOUR_MS;
    const again = carriedOut(
      await republishVersion(ctx(), { number: old, comment: "As it was", effectiveAt: null }),
    ).number;
    expect(again).toBe(old + 2);
    expect((await findVersion(db, again))?.ruleSet).toEqual((await findVersion(db, old))?.ruleSet);
    expect(await auditOf(String(again))).toMatchObject([{ details: { republished: old } }]);
  });
});

describe("a version that is to come", () => {
  test("takes over at its instant, and one that is published meanwhile lasts until then", async () => {
    const first = await publish();
    const later = await publish(clock + 2 * HOUR_MS);
    clock += HOUR_MS;
    const meanwhile = await publish();
    const liveAt = async (at: number) => (await findLiveVersion(db, at))?.number;
    expect(await liveAt(clock - 1)).toBe(first);
    expect(await liveAt(clock)).toBe(meanwhile);
    expect(await liveAt(clock + HOUR_MS)).toBe(later);
    expect((await listScheduledVersions(db, clock)).map(({ number }) => number)).toEqual([later]);
    const taken = await publishDraft(ctx(), {
      ...(await draftOf(fine)),
      comment: "At the same moment",
      effectiveAt: clock + HOUR_MS,
    });
    expect(taken).toMatchObject({ ok: false, reason: "publish_instant_taken" });
  });

  test("can be called off before it is, and the one before goes on", async () => {
    const first = await publish();
    const later = await publish(clock + 2 * HOUR_MS);
    const last = await publish(clock + 4 * HOUR_MS);
    carriedOut(await cancelScheduled(ctx(), { number: later }));
    expect(await findLiveVersion(db, clock + 3 * HOUR_MS)).toMatchObject({ number: first });
    expect(await findLiveVersion(db, clock + 5 * HOUR_MS)).toMatchObject({ number: last });
    expect((await auditOf(String(later))).map(({ action }) => action)).toEqual([
      "ruleSet.published",
      "ruleSet.cancelled",
    ]);
    expect(await cancelScheduled(ctx(), { number: later })).toMatchObject({
      reason: "version_not_scheduled",
    });
    expect(await cancelScheduled(ctx(), { number: first })).toMatchObject({
      reason: "version_not_scheduled",
    });
  });
});

describe("the database", () => {
  test("never changes or removes a published version, but for when its time ends", async () => {
    const number = await publish();
    const only = eq(ruleSetVersions.number, number);
    const change = (set: Partial<typeof ruleSetVersions.$inferInsert>) =>
      db.update(ruleSetVersions).set(set).where(only);
    await expect(change({ comment: "Another" })).rejects.toThrow();
    await expect(change({ ruleSet: {} })).rejects.toThrow();
    await expect(change({ effectiveFrom: clock + 1 })).rejects.toThrow();
    await expect(db.delete(ruleSetVersions).where(only)).rejects.toThrow();
    await expect(db.execute(sql`truncate rule_set_version cascade`)).rejects.toThrow();
    await change({ effectiveUntil: clock + 1 });
    await change({ effectiveUntil: null });
  });

  test("has no two versions live at one instant, whoever writes them", async () => {
    const number = await publish();
    const written = db.insert(ruleSetVersions).values({
      number: number + 1,
      ruleSet: fine,
      examples: [],
      comment: "Past every command",
      authorId: supervisor.userId,
      publishedAt: clock,
      effectiveFrom: clock + HOUR_MS,
    });
    await expect(written).rejects.toMatchObject({ cause: { constraint_name: "rule_set_version_one_live" } });
  });
});

test("managers and agents change nothing about the rules", async () => {
  const number = await publish();
  const draft = await draftOf(fine);
  for (const role of ["manager", "agent"] as const) {
    const theirs = { ...ctx(), actor: await createViewer(db, role) };
    const comment = "Because";
    const answers = [
      await beginDraft(theirs, { name: "Mine", from: null }),
      await keepRuleDraft(theirs, { ...draft, ruleSet: fine, examples: [] }),
      await discardDraft(theirs, { draftId: draft.draftId }),
      await publishDraft(theirs, { ...draft, comment, effectiveAt: null }),
      await republishVersion(theirs, { number, comment, effectiveAt: null }),
      await cancelScheduled(theirs, { number }),
      await importRuleSet(theirs, { name: "Mine", text: "{}" }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ reason: "missing_permission" });
  }
});
