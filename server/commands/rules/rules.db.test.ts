import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ruleSetVersions } from "@/drizzle/schema/rule-sets";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { cancelScheduled } from "@/server/commands/rules/cancel-scheduled";
import { discardDraft } from "@/server/commands/rules/discard-draft";
import { importRuleSet } from "@/server/commands/rules/import-rule-set";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import { publishDraft } from "@/server/commands/rules/publish-draft";
import { republishVersion } from "@/server/commands/rules/republish-version";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { findDraft } from "@/server/store/rule-set-drafts";
import { findLiveVersion, findVersion, listScheduledVersions } from "@/server/store/rule-set-versions";
import { createViewer } from "@/server/testing/factories";
import { carriedOut, example, fine, HOUR_MS, shadowed, useRuleDesk } from "@/server/testing/rule-desk";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const { supervisor, desk, ctx, draftOf, publish, auditOf } = useRuleDesk(db);

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
      effectiveFrom: desk.clock,
      effectiveUntil: null,
    });
    expect(await findLiveVersion(db, desk.clock)).toMatchObject({ number });
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
    expect(await refused({ draftId, revision }, { effectiveAt: desk.clock - 1 })).toBe("publish_in_past");
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
    expect(await findLiveVersion(db, desk.clock + 10)).toMatchObject({ number: Math.max(...numbers) });
  });

  test("an old version again makes a new one of the same rules", async () => {
    const old = await publish();
    desk.clock += HOUR_MS;
    await publish();
    desk.clock += HOUR_MS;
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
    const later = await publish(desk.clock + 2 * HOUR_MS);
    desk.clock += HOUR_MS;
    const meanwhile = await publish();
    const liveAt = async (at: number) => (await findLiveVersion(db, at))?.number;
    expect(await liveAt(desk.clock - 1)).toBe(first);
    expect(await liveAt(desk.clock)).toBe(meanwhile);
    expect(await liveAt(desk.clock + HOUR_MS)).toBe(later);
    expect((await listScheduledVersions(db, desk.clock)).map(({ number }) => number)).toEqual([later]);
    const taken = await publishDraft(ctx(), {
      ...(await draftOf(fine)),
      comment: "At the same moment",
      effectiveAt: desk.clock + HOUR_MS,
    });
    expect(taken).toMatchObject({ ok: false, reason: "publish_instant_taken" });
  });

  test("can be called off before it is, and the one before goes on", async () => {
    const first = await publish();
    const later = await publish(desk.clock + 2 * HOUR_MS);
    const last = await publish(desk.clock + 4 * HOUR_MS);
    carriedOut(await cancelScheduled(ctx(), { number: later }));
    expect(await findLiveVersion(db, desk.clock + 3 * HOUR_MS)).toMatchObject({ number: first });
    expect(await findLiveVersion(db, desk.clock + 5 * HOUR_MS)).toMatchObject({ number: last });
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
    await expect(change({ effectiveFrom: desk.clock + 1 })).rejects.toThrow();
    await expect(db.delete(ruleSetVersions).where(only)).rejects.toThrow();
    await expect(db.execute(sql`truncate rule_set_version cascade`)).rejects.toThrow();
    await change({ effectiveUntil: desk.clock + 1 });
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
      publishedAt: desk.clock,
      effectiveFrom: desk.clock + HOUR_MS,
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
