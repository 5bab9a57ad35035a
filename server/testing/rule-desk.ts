import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach } from "vitest";
import type { Database } from "@/drizzle/database";
import { auditEntries } from "@/drizzle/schema/audit";
import { skillGroupMembers } from "@/drizzle/schema/skill-groups";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import { publishDraft } from "@/server/commands/rules/publish-draft";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Viewer } from "@/server/domain/people/viewer";
import type { Outcome } from "@/server/domain/refusal";
import { ExampleId, type ExampleTest } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import { RuleId, type RuleSet } from "@/server/domain/routing/rule";
import { plainTreatment, starterRuleSet } from "@/server/domain/routing/versions/starter";
import { createSkillGroup, createUser, someInstant } from "@/server/testing/factories";

export const HOUR_MS = 3_600_000;
export const group = SkillGroupId.parse(randomUUID());

/** What came of a command that must not be refused. */
export function carriedOut<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.details)}`);
  return outcome.value;
}

export const fine = starterRuleSet({
  ruleId: RuleId.parse(randomUUID()),
  name: "Everything",
  skillGroupId: group,
  timeZone: "UTC",
});

/** The first rule takes everything: the last one never matches. */
export const shadowed: RuleSet = {
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

export function example(priority: number): ExampleTest {
  return {
    exampleId: ExampleId.parse(randomUUID()),
    name: `Somebody, priority ${priority}`,
    call: unknownCall,
    groups: [],
    at: someInstant,
    expected: { kind: "enter", skillGroupId: group, priority },
  };
}

/** A supervisor of the group who writes rules, a day after each test before. */
export function useRuleDesk(db: Database) {
  const supervisor: Viewer = { userId: UserId.parse(randomUUID()), name: "Wang Fang", role: "supervisor" };
  const desk = { clock: someInstant };
  const ctx = () => ({ db, actor: supervisor, now: () => desk.clock });

  beforeAll(async () => {
    await createUser(db, supervisor);
    await createSkillGroup(db, { skillGroupId: group, name: "Orders" });
    const { userId } = await createUser(db);
    await db.insert(skillGroupMembers).values({ skillGroupId: group, userId, proficiency: 3 });
  });

  beforeEach(() => {
    desk.clock += 24 * HOUR_MS;
  });

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

  return { supervisor, desk, ctx, draftOf, publish, auditOf };
}
