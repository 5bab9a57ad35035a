import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { ruleSetDrafts, ruleSetVersions } from "@/drizzle/schema/rule-sets";
import { savedViews } from "@/drizzle/schema/saved-views";
import type { CommandContext } from "@/server/commands/command";
import { addSkillGroup } from "@/server/commands/skill-groups/add-skill-group";
import { archiveSkillGroup } from "@/server/commands/skill-groups/archive-skill-group";
import { changeMembers } from "@/server/commands/skill-groups/change-members";
import { changeSkillGroup } from "@/server/commands/skill-groups/change-skill-group";
import { restoreSkillGroup } from "@/server/commands/skill-groups/restore-skill-group";
import { setOpeningHours } from "@/server/commands/skill-groups/set-opening-hours";
import { SavedViewId, SkillGroupId } from "@/server/domain/identifiers";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";
import { RuleId } from "@/server/domain/routing/rule";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { starterRuleSet } from "@/server/domain/routing/versions/starter";
import { readRoutingKnowledge } from "@/server/store/routing-knowledge";
import { findSkillGroupUses } from "@/server/store/skill-group-uses";
import { findSkillGroup, readGroupSettings } from "@/server/store/skill-groups";
import { createSkillGroup, createUser, createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

async function asSupervisor(): Promise<CommandContext> {
  return { db, actor: await createViewer(db, "supervisor"), now: () => someInstant };
}

async function actionsOn(skillGroupId: string): Promise<string[]> {
  const entries = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, "skillGroup"), eq(auditEntries.subjectId, skillGroupId)))
    .orderBy(auditEntries.auditEntryId);
  return entries.map(({ action }) => action);
}

async function membersOf(skillGroupId: SkillGroupId) {
  const { agents } = await readRoutingKnowledge(db);
  return agents.flatMap(({ userId, memberships }) =>
    memberships
      .filter((membership) => membership.skillGroupId === skillGroupId)
      .map(({ proficiency }) => ({ agentId: userId, proficiency })),
  );
}

const settings = {
  serviceLevelSeconds: 30,
  serviceTargetPercent: 90,
  shortAbandonSeconds: 3,
  ringTimeoutSeconds: 15,
  wrapUpSeconds: 0,
  longestWaitSeconds: 600,
  queueMax: null,
};

const noon = [{ from: 720, until: 780 }];
const hours: OpeningHours = {
  timeZone: "Asia/Shanghai",
  week: [noon, noon, noon, noon, noon, [], []],
  specialDays: [{ on: "2026-10-01", name: "National Day", openings: [] }],
};

function ruleSet(skillGroupId: SkillGroupId) {
  return starterRuleSet({
    ruleId: RuleId.parse(randomUUID()),
    name: "Everybody",
    skillGroupId,
    timeZone: "Asia/Shanghai",
  });
}

describe("a skill group", () => {
  test("is added with the customary settings, changed, and routing reads what was set", async () => {
    const ctx = await asSupervisor();
    const added = await addSkillGroup(ctx, { name: "  Spare parts " });
    if (!added.ok) throw new Error(added.reason);
    const { skillGroupId } = added.value;
    expect(await findSkillGroup(db, skillGroupId)).toMatchObject({
      name: "Spare parts",
      ringTimeoutSeconds: 20,
      wrapUpSeconds: 30,
      longestWaitSeconds: null,
      queueMax: null,
      hours: null,
    });
    const change = { skillGroupId, name: "Spare parts", ...settings };
    expect(await changeSkillGroup(ctx, change)).toMatchObject({ ok: true });
    expect(await setOpeningHours(ctx, { skillGroupId, hours })).toMatchObject({ ok: true });
    expect(await readGroupSettings(db)).toContainEqual({
      skillGroupId,
      hours,
      ringTimeoutSeconds: 15,
      wrapUpSeconds: 0,
      longestWaitSeconds: 600,
      queueMax: null,
    });
    expect(await actionsOn(skillGroupId)).toEqual([
      "skillGroup.added",
      "skillGroup.changed",
      "skillGroup.hoursSet",
    ]);
  });

  test("does not get the name of another, whatever its case and the blanks around it", async () => {
    const ctx = await asSupervisor();
    const { skillGroupId } = await createSkillGroup(db, { name: "Gardening" });
    const other = await createSkillGroup(db);
    expect(await addSkillGroup(ctx, { name: " GARDENing " })).toMatchObject({
      reason: "skill_group_name_taken",
    });
    const rename = { skillGroupId: other.skillGroupId, name: "gardening", ...settings };
    expect(await changeSkillGroup(ctx, rename)).toMatchObject({ reason: "skill_group_name_taken" });
    const ownName = { skillGroupId, name: "gardening", ...settings };
    expect(await changeSkillGroup(ctx, ownName)).toMatchObject({ ok: true });
  });

  test.each([
    ["ringTimeoutSeconds", 2],
    ["wrapUpSeconds", 3601],
    ["longestWaitSeconds", 0],
    ["queueMax", 100_001],
    ["serviceTargetPercent", 101],
    ["serviceLevelSeconds", 1.5],
  ])("is not set to what cannot be: %s %d", async (field, value) => {
    const { skillGroupId, name } = await createSkillGroup(db);
    const change = { skillGroupId, name, ...settings, [field]: value };
    expect(await changeSkillGroup(await asSupervisor(), change)).toMatchObject({
      reason: "invalid_input",
      details: { field },
    });
  });

  test("does not take hours that overlap", async () => {
    const { skillGroupId } = await createSkillGroup(db);
    const [monday, ...rest] = hours.week;
    const overlapping: OpeningHours = { ...hours, week: [[...monday, ...monday], ...rest] };
    expect(await setOpeningHours(await asSupervisor(), { skillGroupId, hours: overlapping })).toMatchObject({
      reason: "hours_overlap",
    });
  });

  test("goes when nothing uses it and comes back with its members", async () => {
    const ctx = await asSupervisor();
    const { skillGroupId } = await createSkillGroup(db);
    const { userId } = await createUser(db);
    const changes = [{ userId, proficiency: 4 }];
    expect(await changeMembers(ctx, { skillGroupId, revision: 0, changes })).toMatchObject({ ok: true });
    expect(await archiveSkillGroup(ctx, { skillGroupId })).toMatchObject({ ok: true });
    expect(await setOpeningHours(ctx, { skillGroupId, hours })).toMatchObject({
      reason: "skill_group_archived",
    });
    expect(await restoreSkillGroup(ctx, { skillGroupId })).toMatchObject({ ok: true });
    expect(await membersOf(skillGroupId)).toEqual([{ agentId: userId, proficiency: 4 }]);
    expect(await actionsOn(skillGroupId)).toEqual([
      "skillGroup.membersChanged",
      "skillGroup.archived",
      "skillGroup.restored",
    ]);
  });

  test("stays while a saved view filters by it, and the refusal says whose", async () => {
    const ctx = await asSupervisor();
    const { skillGroupId, name } = await createSkillGroup(db);
    await db.insert(savedViews).values({
      savedViewId: SavedViewId.parse(randomUUID()),
      ownerId: ctx.actor.userId,
      page: "calls",
      name: "Mine",
      query: `group=${skillGroupId}`,
      shared: false,
      createdAt: someInstant,
      updatedAt: someInstant,
    });
    expect(await archiveSkillGroup(ctx, { skillGroupId })).toMatchObject({
      reason: "skill_group_in_use",
      details: { name, calls: 0, views: 1, owners: ctx.actor.name },
    });
    expect(await findSkillGroup(db, skillGroupId)).toMatchObject({ archivedAt: null });
  });

  test("stays while the rules in force name it, or those of a draft", async () => {
    const ctx = await asSupervisor();
    const { skillGroupId } = await createSkillGroup(db);
    const { skillGroupId: another } = await createSkillGroup(db);
    const name = "Before the holidays";
    const content = { ruleSet: ruleSet(skillGroupId), examples: [] };
    const by = { createdBy: ctx.actor.userId, createdAt: someInstant };
    await db.insert(ruleSetDrafts).values({
      ...{ draftId: DraftId.parse(randomUUID()), name, basedOn: null, revision: 1, ...content, ...by },
      ...{ updatedBy: ctx.actor.userId, updatedAt: someInstant },
    });
    await db.insert(ruleSetVersions).values({
      ...{ number: 1, comment: "First", authorId: ctx.actor.userId, ...content },
      ...{ publishedAt: someInstant, effectiveFrom: someInstant },
    });
    expect(await findSkillGroupUses(db, skillGroupId)).toEqual([
      { kind: "version", number: 1 },
      { kind: "draft", name },
    ]);
    expect(await archiveSkillGroup(ctx, { skillGroupId })).toMatchObject({
      reason: "skill_group_in_use",
      details: { rules: 2 },
    });
    expect(await findSkillGroupUses(db, another)).toEqual([]);
  });

  test("that is not there is not found", async () => {
    const skillGroupId = SkillGroupId.parse(randomUUID());
    expect(await archiveSkillGroup(await asSupervisor(), { skillGroupId })).toMatchObject({
      reason: "skill_group_not_found",
    });
  });
});

describe("members", () => {
  test("are written all at once: some join, some change, some leave", async () => {
    const ctx = await asSupervisor();
    const { skillGroupId } = await createSkillGroup(db);
    const [one, two] = [await createUser(db), await createUser(db)];
    const first = [
      { userId: one.userId, proficiency: 2 },
      { userId: two.userId, proficiency: 3 },
    ];
    expect(await changeMembers(ctx, { skillGroupId, revision: 0, changes: first })).toMatchObject({
      value: { revision: 1 },
    });
    const second = [
      { userId: one.userId, proficiency: null },
      { userId: two.userId, proficiency: 5 },
    ];
    expect(await changeMembers(ctx, { skillGroupId, revision: 1, changes: second })).toMatchObject({
      ok: true,
    });
    expect(await membersOf(skillGroupId)).toEqual([{ agentId: two.userId, proficiency: 5 }]);
  });

  test("that somebody else changed meanwhile are not overwritten, even at the same moment", async () => {
    const ctx = await asSupervisor();
    const { skillGroupId } = await createSkillGroup(db);
    const { userId } = await createUser(db);
    const save = (proficiency: number) =>
      changeMembers(ctx, { skillGroupId, revision: 0, changes: [{ userId, proficiency }] });
    const outcomes = await Promise.all([save(1), save(2)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "members_changed" });
    expect(await actionsOn(skillGroupId)).toEqual(["skillGroup.membersChanged"]);
  });

  test("can only be agents who are active, and one who is not leaves everything as it was", async () => {
    const ctx = await asSupervisor();
    const { skillGroupId } = await createSkillGroup(db);
    const agent = await createUser(db);
    const strangers = [
      await createUser(db, { role: "manager" }),
      await createUser(db, { deactivatedAt: someInstant }),
    ];
    for (const { userId } of strangers) {
      const changes = [
        { userId: agent.userId, proficiency: 3 },
        { userId, proficiency: 3 },
      ];
      expect(await changeMembers(ctx, { skillGroupId, revision: 0, changes })).toMatchObject({
        reason: "member_not_agent",
      });
    }
    expect(await membersOf(skillGroupId)).toEqual([]);
  });
});
