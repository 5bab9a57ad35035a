import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Coming } from "@/server/domain/routing/analysis/coming";
import { hurdlesOf } from "@/server/domain/routing/analysis/hurdles";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import type { Diagram } from "@/server/domain/routing/regions/diagrams";
import { joined, overlapOf, type Spans, shifted, without } from "@/server/domain/routing/regions/spans";
import type { Fallback, Treatment } from "@/server/domain/routing/rule";
import { type AllocationRules, exitsOf } from "@/server/domain/routing/standing";

const SECOND_MS = 1000;
/** Longest waits that send calls to and fro could go on for ever. */
const LOOKED_AT_MAX = 300;

/** Calls that wait in a group's queue since so many seconds after they arrived. */
interface Stay {
  readonly skillGroupId: SkillGroupId;
  readonly since: number;
  readonly exitsTaken: number;
  /** When they arrived, and at which moments and on which floors such calls do. */
  readonly arrivals: Spans;
  readonly region: Diagram;
}

/** What takes the calls of a stay out of the queue, and so many seconds after they arrived. */
interface Leaving extends Pick<Coming, "way"> {
  readonly at: number;
  readonly exitsTaken: number;
  readonly fallback: Fallback;
}

/** What is known of the hotline that calls wait in. */
export interface Waiting {
  readonly rules: AllocationRules;
  readonly settings: SettingsByGroup;
  /** When a group is open, as far ahead as is looked. */
  readonly openSpans: (skillGroupId: SkillGroupId) => Spans;
  /** All the time that is looked at. */
  readonly horizon: Spans;
}

/**
 * Where calls go while they wait: every way in which steps and longest waits take them to other groups, with
 * the instants at which they do. The floor may by then be any: an open group may have nobody there or be full,
 * or not; only whether it is open follows from the instant. Null where there are too many ways to follow.
 */
export function comingsLater(
  treatment: Treatment,
  waiting: ReadonlyMap<SkillGroupId, { readonly arrivals: Spans; readonly region: Diagram }>,
  known: Waiting,
): Coming[] | null {
  const comings: Coming[] = [];
  const stays: Stay[] = [...waiting].map(([skillGroupId, calls]) => ({
    ...calls,
    skillGroupId,
    since: 0,
    exitsTaken: 0,
  }));
  const seen = new Map<string, Spans>();
  let looked = 0;
  for (const stay of stays) {
    looked += 1;
    if (looked > LOOKED_AT_MAX) return null;
    const fresh = unseen(stay, seen);
    if (fresh.arrivals.length === 0) continue;
    const leaving = leavingOf(fresh, treatment, known);
    comings.push(...widenings(fresh, treatment, leaving?.at ?? Number.POSITIVE_INFINITY));
    if (leaving?.fallback.kind !== "overflow") continue;
    const { at: since, exitsTaken, way } = leaving;
    const arrivals = overlapOf(fresh.arrivals, shifted(known.horizon, -since * SECOND_MS));
    const entered = { ...fresh, arrivals, skillGroupId: leaving.fallback.to, since, exitsTaken };
    const later = enter(entered, known);
    if (later === null) return null;
    comings.push(comingOf(entered, way), ...later.comings);
    stays.push(...later.stays);
  }
  return comings;
}

/** What of a stay has not been followed yet. */
function unseen(stay: Stay, seen: Map<string, Spans>): Stay {
  const { skillGroupId, since, exitsTaken, region } = stay;
  const name = `${skillGroupId} ${since} ${exitsTaken} ${region}`;
  const before = seen.get(name) ?? [];
  seen.set(name, joined([...before, ...stay.arrivals]));
  return { ...stay, arrivals: without(stay.arrivals, before) };
}

/** The same order as in `dueExit`: the step, when it and the longest wait fall due at once. */
function leavingOf(
  { skillGroupId, since, exitsTaken }: Stay,
  treatment: Treatment,
  { rules, settings }: Waiting,
): Leaving | null {
  const exit = exitsOf(treatment)[exitsTaken];
  const seconds = settings.get(skillGroupId)?.longestWaitSeconds ?? null;
  const isOwn = skillGroupId === treatment.skillGroupId;
  const fallback = (isOwn ? treatment.otherwise : rules.get(skillGroupId)?.otherwise)?.full;
  const isLimited = seconds !== null && fallback !== undefined && fallback.kind !== "waitAnyway";
  const end = isLimited ? since + seconds : Number.POSITIVE_INFINITY;
  if (exit !== undefined && exit.afterSeconds <= end) {
    const { afterSeconds, kind } = exit;
    const step = treatment.steps.indexOf(exit);
    return {
      // A step that stands behind a later one is taken as soon as that one was.
      at: Math.max(afterSeconds, since),
      exitsTaken: exitsTaken + 1,
      fallback: kind === "overflow" ? { kind, to: exit.to } : { kind, message: exit.message },
      way: { because: "overflow", afterSeconds, step },
    };
  }
  return isLimited ? { at: end, exitsTaken, fallback, way: { because: "full", from: skillGroupId } } : null;
}

function comingOf({ skillGroupId, since, arrivals, region }: Stay, way: Coming["way"]): Coming {
  return { way, to: skillGroupId, spans: shifted(arrivals, since * SECOND_MS), arrivals, region };
}

/** The agents of a further group may take a call from its step on until it leaves the queue. */
function widenings({ since, arrivals, region }: Stay, { steps }: Treatment, until: number): Coming[] {
  return steps.flatMap((step, index) => {
    if (step.kind !== "widen") return [];
    const from = Math.max(step.afterSeconds, since);
    if (from >= until) return [];
    const spans = joined(
      arrivals.map((span) => ({
        from: span.from + from * SECOND_MS,
        until: span.until + until * SECOND_MS,
      })),
    );
    const way = { because: "widen", afterSeconds: step.afterSeconds, step: index } as const;
    return step.to.map((to) => ({ way, to, spans, arrivals, region }));
  });
}

/** Follows calls that overflow to a group, as `enterGroup` follows one, on any floor; null for too many ways. */
function enter(meant: Stay, known: Waiting): { comings: Coming[]; stays: Stay[] } | null {
  const comings: Coming[] = [];
  const stays: Stay[] = [];
  const entries = [{ stay: meant, been: new Set([meant.skillGroupId]) }];
  for (const { stay, been } of entries) {
    if (entries.length > LOOKED_AT_MAX) return null;
    for (const on of waysFrom(stay, known)) {
      const part = { ...stay, arrivals: on.arrivals };
      if (on.to === null) stays.push(part);
      else if (been.has(on.to)) stays.push({ ...part, skillGroupId: meant.skillGroupId });
      else {
        const sent = { ...part, skillGroupId: on.to };
        comings.push(comingOf(sent, on.way));
        entries.push({ stay: sent, been: new Set([...been, on.to]) });
      }
    }
  }
  return { comings, stays };
}

/** Calls that wait in the queue of the group that they came to, or are sent on to another. */
type WayOn = { readonly arrivals: Spans } & (
  | { readonly to: null }
  | { readonly to: SkillGroupId; readonly way: Coming["way"] }
);

function waysFrom(stay: Stay, known: Waiting): WayOn[] {
  const { skillGroupId: from, since, arrivals } = stay;
  const otherwise = known.rules.get(from)?.otherwise;
  const whileOpen = overlapOf(arrivals, shifted(known.openSpans(from), -since * SECOND_MS));
  const open: WayOn = { to: null, arrivals: otherwise === undefined ? arrivals : whileOpen };
  const others = hurdlesOf(from, otherwise, known.settings).flatMap(({ because, fallback }): WayOn[] => {
    const part = because === "closed" ? without(arrivals, whileOpen) : whileOpen;
    if (fallback.kind === "waitAnyway") return [{ to: null, arrivals: part }];
    return fallback.kind === "overflow" ? [{ to: fallback.to, way: { because, from }, arrivals: part }] : [];
  });
  return [open, ...others].filter((way) => way.arrivals.length > 0);
}
