import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ruleSetDrafts } from "@/drizzle/schema/rule-sets";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { discardDraft } from "@/server/commands/rules/discard-draft";
import { importRuleSet } from "@/server/commands/rules/import-rule-set";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import { publishDraft } from "@/server/commands/rules/publish-draft";
import { renameDraft } from "@/server/commands/rules/rename-draft";
import { restoreDraft } from "@/server/commands/rules/restore-draft";
import { SkillGroupId } from "@/server/domain/identifiers";
import type { RuleSet } from "@/server/domain/routing/rule";
import { writeExportFile } from "@/server/domain/routing/versions/export-file";
import { plainTreatment } from "@/server/domain/routing/versions/starter";
import { findDraft } from "@/server/store/rule-set-drafts";
import { carriedOut, example, fine, group, shadowed, useRuleDesk } from "@/server/testing/rule-desk";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const { supervisor, desk, ctx, draftOf, publish, auditOf } = useRuleDesk(db);

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
      { number: 3, comment: "From elsewhere", at: desk.clock, ruleSet: fine, examples: [example(0)] },
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
