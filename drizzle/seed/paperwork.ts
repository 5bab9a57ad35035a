import type { Chance } from "@/drizzle/seed/chance";
import {
  AFTERTHOUGHTS,
  ASK_COLLEAGUE,
  DELETION_REASONS,
  NOTE_TEXTS,
  SUPERVISOR_NOTES,
} from "@/drizzle/seed/note-texts";
import type { SeedAgent, Staff } from "@/drizzle/seed/staff";
import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { mentionToken } from "@/server/domain/notes/mention";
import type { Viewer } from "@/server/domain/people/viewer";

const NOTED = 0.06;
const MENTIONS = 0.12;
const REVISED = 0.1;
const PINNED = 0.06;
const SUPERVISED = 0.004;
const DELETED = 0.0025;
const RESTORED = 0.3;

export interface KeptCall {
  readonly callId: CallId;
  readonly folded: FoldedCall;
}

interface Act {
  readonly callId: CallId;
  readonly actor: Viewer;
  readonly at: Instant;
}

export interface NoteAct extends Act {
  readonly body: string;
  readonly isPinned: boolean;
  readonly revision: { readonly body: string; readonly at: Instant } | null;
}

export interface DeletionAct extends Act {
  readonly reason: string;
  readonly restoredAt: Instant | null;
}

/** What people did with the call records once the calls were over. */
export interface Paperwork {
  readonly notes: readonly NoteAct[];
  readonly deletions: readonly DeletionAct[];
}

interface Desk {
  readonly chance: Chance;
  readonly staff: Staff;
  readonly supervisor: Viewer;
  /** Nothing is written after it. */
  readonly now: Instant;
}

export function drawPaperwork(desk: Desk, calls: readonly KeptCall[]): Paperwork {
  const notes = calls.flatMap((call) => [...drawAgentNote(desk, call), ...drawSupervisorNote(desk, call)]);
  const deletions = calls.flatMap((call) => drawDeletion(desk, call));
  return {
    notes: notes.filter(({ at, revision }) => at < desk.now && (revision?.at ?? at) < desk.now),
    deletions: deletions.filter(({ at, restoredAt }) => at < desk.now && (restoredAt ?? at) < desk.now),
  };
}

function drawAgentNote(desk: Desk, kept: KeptCall): NoteAct[] {
  const { chance } = desk;
  const author = authorOf(desk.staff, kept);
  if (author === undefined || !chance.happens(NOTED)) return [];
  const at = endOf(kept) + chance.whole(5_000, 90_000);
  const text = chance.oneOf(NOTE_TEXTS[groupOf(desk.staff, kept)] ?? ["Called back as promised."]);
  const body = chance.happens(MENTIONS) ? `${text}\n${drawMention(desk, kept)}` : text;
  return [
    {
      callId: kept.callId,
      actor: viewerOf(author),
      at,
      body,
      isPinned: chance.happens(PINNED),
      revision: chance.happens(REVISED)
        ? { body: `${body}\n${chance.oneOf(AFTERTHOUGHTS)}`, at: at + chance.whole(600_000, 7_200_000) }
        : null,
    },
  ];
}

/** Somebody who may read the call: a colleague who had part in it, else the supervisor. */
function drawMention({ chance, staff, supervisor }: Desk, { folded }: KeptCall): string {
  const colleague = staff.agents.find(
    ({ agentId }) =>
      agentId !== folded.call.agentId &&
      folded.legs.some((leg) => leg.agentId === agentId && leg.answeredAt !== null),
  );
  const { name, userId } = colleague === undefined ? supervisor : viewerOf(colleague);
  return `${mentionToken(name, userId)} ${chance.oneOf(ASK_COLLEAGUE)}`;
}

function drawSupervisorNote(desk: Desk, kept: KeptCall): NoteAct[] {
  const { chance } = desk;
  const author = authorOf(desk.staff, kept);
  if (author === undefined || !chance.happens(SUPERVISED)) return [];
  const text = chance.oneOf(SUPERVISOR_NOTES);
  const at = endOf(kept) + chance.whole(3_600_000, 86_400_000);
  const body = `${mentionToken(author.name, author.agentId)} ${text}`;
  return [{ callId: kept.callId, actor: desk.supervisor, at, body, isPinned: false, revision: null }];
}

function drawDeletion(desk: Desk, kept: KeptCall): DeletionAct[] {
  const { chance } = desk;
  const agent = authorOf(desk.staff, kept);
  if (!chance.happens(DELETED)) return [];
  const actor = agent === undefined ? desk.supervisor : viewerOf(agent);
  const at = endOf(kept) + chance.whole(100_000, 3_600_000);
  const restoredAt = chance.happens(RESTORED) ? at + chance.whole(600_000, 86_400_000) : null;
  return [{ callId: kept.callId, actor, at, reason: chance.oneOf(DELETION_REASONS), restoredAt }];
}

function authorOf({ agents }: Staff, { folded }: KeptCall): SeedAgent | undefined {
  return agents.find(({ agentId }) => agentId === folded.call.agentId);
}

function groupOf({ groups }: Staff, { folded }: KeptCall): string {
  return groups.find(({ skillGroupId }) => skillGroupId === folded.call.skillGroupId)?.name ?? "";
}

function endOf({ folded }: KeptCall): Instant {
  return folded.call.endedAt ?? folded.call.startedAt;
}

function viewerOf({ agentId, name }: SeedAgent): Viewer {
  return { userId: agentId, name, role: "agent" };
}
