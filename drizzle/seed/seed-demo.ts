import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/drizzle/database";
import { callSources } from "@/drizzle/schema/calls";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import { acting, carriedOut } from "@/drizzle/seed/acting";
import { daysUntil, OPENS_HOUR } from "@/drizzle/seed/calendar";
import { Chance } from "@/drizzle/seed/chance";
import type { DemoRules } from "@/drizzle/seed/demo-rules";
import { openHotline } from "@/drizzle/seed/opening";
import { type DeletionAct, drawPaperwork, type KeptCall, type NoteAct } from "@/drizzle/seed/paperwork";
import { type Attendance, presenceChanges } from "@/drizzle/seed/presence";
import { PROVIDER } from "@/drizzle/seed/script";
import { generateTraffic, type SeedCall } from "@/drizzle/seed/traffic";
import { deleteCall } from "@/server/commands/calls/delete-call";
import { recordCallEvents } from "@/server/commands/calls/record-call-events";
import { restoreCall } from "@/server/commands/calls/restore-call";
import type { CommandContext } from "@/server/commands/command";
import { editNote } from "@/server/commands/notes/edit-note";
import { pinNote } from "@/server/commands/notes/pin-note";
import { writeNote } from "@/server/commands/notes/write-note";
import { openDemoAccounts } from "@/server/commands/people/open-demo-accounts";
import { recordPresence } from "@/server/commands/presence/record-presence";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import type { Instant } from "@/server/domain/instant";
import { demoAccounts } from "@/server/domain/people/demo-accounts";
import type { Role } from "@/server/domain/people/role";
import { system, type Viewer } from "@/server/domain/people/viewer";
import { addRoutingDecisions } from "@/server/store/routing-decisions";
import { refreshStatistics } from "@/server/store/statistics";

const SEED = 4008;
const DAYS = 30;
/** A week of decisions takes some 54 MB; thirty days of them would be most of the database. */
const DECISION_DAYS = 7;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
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
  const openedAt = openingOf(now, days);
  carriedOut(await openDemoAccounts({ db, actor: system, now: () => openedAt }, {}));
  const agent = await findDemoPerson(db, "agent");
  const supervisor = await findDemoPerson(db, "supervisor");
  const admin = await findDemoPerson(db, "admin");
  const { staff, rules, calls, attendance } = generateTraffic({
    seed,
    now,
    days,
    agent: { ...agent, agentId: agent.userId },
    decisionDays: DECISION_DAYS,
  });
  await db.transaction(async (tx) => {
    await openHotline(tx, { staff, rules, admin, supervisor, agent, openedAt });
    await draftRules(acting(tx, supervisor, now - DAY_MS), rules);
    const telephony = acting(tx, system, now);
    const kept = await recordTraffic(telephony, calls);
    await addRoutingDecisions(tx, calls);
    await keepPresence(telephony, attendance, kept);
    const paperwork = drawPaperwork({ chance: new Chance(seed), staff, supervisor, now }, kept);
    for (const note of paperwork.notes) await keepNote(tx, note);
    for (const deletion of paperwork.deletions) await keepDeletion(tx, supervisor, deletion);
  });
  await refreshStatistics(db);
  return true;
}

/** In the morning of the day before the first calls. */
function openingOf(now: Instant, days: number): Instant {
  const [dayBefore = now] = daysUntil(now, days + 1);
  return dayBefore + OPENS_HOUR * HOUR_MS;
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

/** What the supervisor thinks of changing next. */
async function draftRules(ctx: CommandContext, { drafted }: DemoRules): Promise<void> {
  const draft = carriedOut(await beginDraft(ctx, { name: "Evening deliveries", from: "live" }));
  carriedOut(await keepRuleDraft(ctx, { ...draft, revision: 1, ...drafted }));
}

async function recordTraffic(
  ctx: CommandContext<typeof system>,
  calls: readonly SeedCall[],
): Promise<KeptCall[]> {
  const kept: KeptCall[] = [];
  for (let from = 0; from < calls.length; from += CALLS_AT_ONCE) {
    const told = calls
      .slice(from, from + CALLS_AT_ONCE)
      .map(({ providerCallId, events }) => ({ providerCallId, events: [...events] }));
    kept.push(...carriedOut(await recordCallEvents(ctx, { provider: PROVIDER, calls: told })));
  }
  return kept;
}

async function keepPresence(
  ctx: CommandContext<typeof system>,
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
  const { noteId } = carriedOut(await writeNote(acting(tx, actor, at), { callId, body }));
  if (isPinned) carriedOut(await pinNote(acting(tx, actor, at), { noteId, pinned: true }));
  if (revision === null) return;
  carriedOut(await editNote(acting(tx, actor, revision.at), { noteId, revision: 1, body: revision.body }));
}

async function keepDeletion(tx: Transaction, supervisor: Viewer, deletion: DeletionAct): Promise<void> {
  const { callId, actor, at, reason, restoredAt } = deletion;
  carriedOut(await deleteCall(acting(tx, actor, at), { callId, reason }));
  if (restoredAt !== null) carriedOut(await restoreCall(acting(tx, supervisor, restoredAt), { callId }));
}
