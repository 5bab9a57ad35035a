import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/drizzle/database";
import { callSources } from "@/drizzle/schema/calls";
import { skillGroupMembers, skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import { Chance } from "@/drizzle/seed/chance";
import { ensureDemoAccounts } from "@/drizzle/seed/demo-accounts";
import type { DemoRules } from "@/drizzle/seed/demo-rules";
import { type DeletionAct, drawPaperwork, type KeptCall, type NoteAct } from "@/drizzle/seed/paperwork";
import { type Attendance, presenceChanges } from "@/drizzle/seed/presence";
import { PROVIDER } from "@/drizzle/seed/script";
import type { Staff } from "@/drizzle/seed/staff";
import { generateTraffic, type SeedCall } from "@/drizzle/seed/traffic";
import { deleteCall } from "@/server/commands/calls/delete-call";
import { restoreCall } from "@/server/commands/calls/restore-call";
import type { CommandContext } from "@/server/commands/command";
import { editNote } from "@/server/commands/notes/edit-note";
import { pinNote } from "@/server/commands/notes/pin-note";
import { writeNote } from "@/server/commands/notes/write-note";
import { recordPresence } from "@/server/commands/presence/record-presence";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import { publishDraft } from "@/server/commands/rules/publish-draft";
import type { Instant } from "@/server/domain/instant";
import { demoAccounts } from "@/server/domain/people/demo-accounts";
import type { Role } from "@/server/domain/people/role";
import type { Viewer } from "@/server/domain/people/viewer";
import type { Outcome } from "@/server/domain/refusal";
import { prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { ensurePartitions } from "@/server/store/partitions";
import { addRoutingDecisions } from "@/server/store/routing-decisions";
import { refreshStatistics } from "@/server/store/statistics";

const SEED = 4008;
const DAYS = 30;
/** A week of decisions takes some 54 MB; thirty days of them would be most of the database. */
const DECISION_DAYS = 7;
const DAY_MS = 86_400_000;
const CALLS_AT_ONCE = 1000;
const CHANGES_AT_ONCE = 5000;

export interface DemoPlan {
  /** The demo's traffic is that of the thirty days before. */
  readonly now: Instant;
  readonly seed?: number;
  readonly days?: number;
}

/**
 * Fills an empty hotline with people, skill groups, calls, notes and deletions, all or nothing. Where
 * calls or skill groups are already, made up or real, nothing happens and the answer is false.
 */
export async function seedDemo(db: Database, plan: DemoPlan): Promise<boolean> {
  if (!(await isEmpty(db))) return false;
  const { now, seed = SEED, days = DAYS } = plan;
  const openedAt = now - (days + 1) * DAY_MS;
  await ensureDemoAccounts(db, openedAt);
  const agent = await findDemoPerson(db, "agent");
  const supervisor = await findDemoPerson(db, "supervisor");
  const { staff, rules, calls, attendance } = generateTraffic({
    seed,
    now,
    days,
    agent: { ...agent, agentId: agent.userId },
    decisionDays: DECISION_DAYS,
  });
  await ensurePartitions(db, openedAt, now);
  await db.transaction(async (tx) => {
    await addAgents(tx, staff, openedAt);
    await addSkillGroups(tx, staff, openedAt);
    await keepRules(tx, rules, { supervisor, openedAt, now });
    const kept = await recordTraffic(tx, calls);
    await addRoutingDecisions(tx, calls);
    await keepPresence(context(tx, supervisor, now), attendance, kept);
    const paperwork = drawPaperwork({ chance: new Chance(seed), staff, supervisor, now }, kept);
    for (const note of paperwork.notes) await keepNote(tx, note);
    for (const deletion of paperwork.deletions) await keepDeletion(tx, supervisor, deletion);
  });
  await refreshStatistics(db);
  return true;
}

async function isEmpty(db: Database): Promise<boolean> {
  const someCalls = await db.select().from(callSources).limit(1);
  const someGroups = await db.select().from(skillGroups).limit(1);
  return someCalls.length === 0 && someGroups.length === 0;
}

async function findDemoPerson(db: Database, role: Role): Promise<Viewer> {
  const account = demoAccounts.find((known) => known.role === role);
  const [person] = await db
    .select({ userId: users.userId, name: users.name, role: users.role })
    .from(users)
    .where(eq(users.email, account?.email ?? ""));
  if (person === undefined) throw new Error(`there is no demo account of a ${role}`);
  return person;
}

/** The agent of the demo account is among the staff and there already. */
async function addAgents(tx: Transaction, { agents }: Staff, createdAt: Instant): Promise<void> {
  const people = agents.map(({ agentId, name }) => ({
    userId: agentId,
    name,
    role: "agent" as const,
    createdAt,
  }));
  await tx.insert(users).values(people).onConflictDoNothing();
}

async function addSkillGroups(tx: Transaction, { groups, agents }: Staff, createdAt: Instant): Promise<void> {
  await tx.insert(skillGroups).values(
    groups.map((group) => ({
      skillGroupId: group.skillGroupId,
      name: group.name,
      serviceLevelSeconds: group.serviceLevelSeconds,
      shortAbandonSeconds: group.shortAbandonSeconds,
      ringTimeoutSeconds: group.ringTimeoutSeconds,
      wrapUpSeconds: group.wrapUpSeconds,
      longestWaitSeconds: group.longestWaitSeconds,
      queueMax: group.queueMax,
      hours: group.hours,
      createdAt,
    })),
  );
  await tx.insert(skillGroupMembers).values(
    agents.flatMap(({ agentId, skills }) =>
      skills.map(({ group, proficiency }) => ({
        userId: agentId,
        skillGroupId: group.skillGroupId,
        proficiency,
      })),
    ),
  );
}

interface RuleWork {
  readonly supervisor: Viewer;
  readonly openedAt: Instant;
  readonly now: Instant;
}

/** The rules as they have been since the hotline opened, and a draft of the supervisor's. */
async function keepRules(tx: Transaction, { published, drafted }: DemoRules, work: RuleWork): Promise<void> {
  const { supervisor, openedAt, now } = work;
  const atOpening = context(tx, supervisor, openedAt);
  const first = carriedOut(await beginDraft(atOpening, { name: "First rules", from: null }));
  carriedOut(await keepRuleDraft(atOpening, { ...first, revision: 1, ...published }));
  const comment = "The rules that the hotline opens with";
  carriedOut(await publishDraft(atOpening, { ...first, revision: 2, comment, effectiveAt: null }));
  const lately = context(tx, supervisor, now - DAY_MS);
  const draft = carriedOut(await beginDraft(lately, { name: "Evening deliveries", from: "live" }));
  carriedOut(await keepRuleDraft(lately, { ...draft, revision: 1, ...drafted }));
}

async function recordTraffic(tx: Transaction, calls: readonly SeedCall[]): Promise<KeptCall[]> {
  const kept: KeptCall[] = [];
  for (let from = 0; from < calls.length; from += CALLS_AT_ONCE) {
    const prepared = calls
      .slice(from, from + CALLS_AT_ONCE)
      .map(({ providerCallId, events }) => prepareCall(PROVIDER, { providerCallId, events }));
    kept.push(...(await recordCalls(tx, { provider: PROVIDER, importId: null }, prepared)));
  }
  return kept;
}

async function keepPresence(
  ctx: CommandContext,
  attendance: readonly Attendance[],
  kept: readonly KeptCall[],
): Promise<void> {
  const legs = kept.flatMap(({ folded }) => folded.legs).toSorted((a, b) => a.offeredAt - b.offeredAt);
  for (const ofAgent of attendance) {
    const own = legs.filter(({ agentId }) => agentId === ofAgent.agentId);
    const changes = presenceChanges(ofAgent, own);
    for (let from = 0; from < changes.length; from += CHANGES_AT_ONCE) {
      carriedOut(await recordPresence(ctx, { changes: changes.slice(from, from + CHANGES_AT_ONCE) }));
    }
  }
}

async function keepNote(
  tx: Transaction,
  { callId, actor, at, body, isPinned, revision }: NoteAct,
): Promise<void> {
  const { noteId } = carriedOut(await writeNote(context(tx, actor, at), { callId, body }));
  if (isPinned) carriedOut(await pinNote(context(tx, actor, at), { noteId, pinned: true }));
  if (revision === null) return;
  carriedOut(await editNote(context(tx, actor, revision.at), { noteId, revision: 1, body: revision.body }));
}

async function keepDeletion(tx: Transaction, supervisor: Viewer, deletion: DeletionAct): Promise<void> {
  const { callId, actor, at, reason, restoredAt } = deletion;
  carriedOut(await deleteCall(context(tx, actor, at), { callId, reason }));
  if (restoredAt !== null) carriedOut(await restoreCall(context(tx, supervisor, restoredAt), { callId }));
}

function context(tx: Transaction, actor: Viewer, at: Instant) {
  return { db: tx, actor, now: () => at };
}

function carriedOut<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`the demo could not be seeded: ${outcome.reason}`);
  return outcome.value;
}
