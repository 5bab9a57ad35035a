import type { Database } from "@/drizzle/database";
import { createCaller } from "@/server/api/root";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { type Interval, intervalBoundaries } from "@/server/domain/metrics/time/intervals";
import { previousPeriod } from "@/server/domain/metrics/time/period";
import type { Viewer } from "@/server/domain/people/viewer";
import { listAgents } from "@/server/store/calls/list-agents";
import { listSkillGroups } from "@/server/store/skill-groups";

export const timeZone = "Asia/Shanghai";
const DAY_MS = 86_400_000;
/** Midnight in Shanghai, at the end of the filled calls. */
export const until = Date.UTC(2026, 10, 19, 16);

export interface BenchPeriod {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly boundaries: readonly number[];
}

function period(name: string, days: number, interval: Interval): BenchPeriod {
  const from = until - days * DAY_MS;
  return { name, from, until, boundaries: intervalBoundaries({ from, until }, interval, timeZone) };
}

export const week = period("7 days", 7, "hour");
export const month = period("30 days", 30, "day");
export const monthByHour = period("30 days by hour", 30, "hour");
export const year = period("a year by week", 364, "week");

/** What a page shows, so that plain SQL can be asked for the same. */
export interface Shown {
  readonly period: BenchPeriod;
  readonly filter: FigureFilter;
  /** What stands beside it, in place of the period before. */
  readonly beside?: FigureFilter;
  readonly by: Exclude<Dimension, "exitNode">;
}

export interface Page extends Shown {
  readonly kind: "overview" | "duration" | "waiting" | "agents" | "ivr" | "overflow paths" | "own";
  readonly name: string;
  read(db: Database): Promise<unknown>;
}

/** What each dashboard page reads, as people with each kind of period and filter would open it. */
export async function dashboardPages(db: Database): Promise<Page[]> {
  const [agent] = await listAgents(db);
  const [group, other] = await listSkillGroups(db);
  if (agent === undefined || group === undefined || other === undefined)
    throw new Error("the database has no agents or groups");
  const self: Viewer = { ...agent, role: "agent" };
  const manager: Viewer = { ...agent, role: "manager" };
  const ofGroup: FigureFilter = { skillGroupIds: [group.skillGroupId] };
  const ofOther: FigureFilter = { skillGroupIds: [other.skillGroupId] };
  const both: FigureFilter = { skillGroupIds: [group.skillGroupId, other.skillGroupId] };
  const pages: Page[] = [];
  for (const shownPeriod of [week, month, monthByHour, year]) {
    for (const filter of [{}, ofGroup, both])
      pages.push(...pagesOf(manager, { period: shownPeriod, filter, by: "skillGroup" }));
  }
  for (const shownPeriod of [month, year]) {
    const shown = { period: shownPeriod, filter: ofGroup };
    pages.push(durationPage(manager, { ...shown, by: "agent" }));
    pages.push(...pagesOf(manager, { ...shown, beside: ofOther, by: "skillGroup" }));
    for (const by of ["agent", "direction", "province", "outcome", "path", "verification"] as const)
      pages.push(durationPage(manager, { period: shownPeriod, filter: {}, by }));
  }
  for (const filter of [{}, ofGroup])
    pages.push(overflowPathsPage(manager, { period: month, filter, by: "skillGroup" }));
  pages.push(ownPage(self, { period: month, filter: { agentIds: [agent.userId] }, by: "agent" }));
  return pages;
}

// Key tracks within a group are a pair that rollups do not keep: they are counted from the rows, as every
// other two properties at once are, and take the time that rows take.
function pagesOf(viewer: Viewer, shown: Shown): Page[] {
  const pageOf = [overviewPage, durationPage, waitingPage, agentsPage];
  const pages = pageOf.map((page) => page(viewer, shown));
  return shown.filter.skillGroupIds ? pages : [...pages, ivrPage(viewer, shown)];
}

function nameOf(kind: Page["kind"], { period: { name }, filter, beside, by }: Shown): string {
  const parts = [
    kind,
    name,
    ...(filter.skillGroupIds ? [filter.skillGroupIds.length === 1 ? "one group" : "two groups"] : []),
    ...(beside ? ["beside another"] : []),
    ...(kind === "duration" ? [`by ${by}`] : []),
  ];
  return parts.join(", ");
}

const dashboards = (db: Database, viewer: Viewer) =>
  createCaller({ db, viewer, now: () => until }).dashboards;

/** As the pages ask: beside the period before, or beside other calls of the same. */
function asked({ period: { from, until: end, boundaries }, filter, beside }: Shown) {
  const before = previousPeriod(from, end, timeZone);
  const shift = before.from - from;
  const compare = beside
    ? { from, until: end, filter: beside, boundaries }
    : { ...before, filter, boundaries: boundaries.map((at) => at + shift) };
  return { from, until: end, boundaries, filter, now: until, timeZone, compare };
}

function overviewPage(viewer: Viewer, shown: Shown): Page {
  const kind = "overview";
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).overview.figures(asked(shown)),
  };
}

function durationPage(viewer: Viewer, shown: Shown): Page {
  const kind = "duration";
  const input = { ...asked(shown), part: "handle", by: shown.by, allRows: false } as const;
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).duration.figures(input),
  };
}

function waitingPage(viewer: Viewer, shown: Shown): Page {
  const kind = "waiting";
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).waiting.figures(asked(shown)),
  };
}

function agentsPage(viewer: Viewer, shown: Shown): Page {
  const kind = "agents";
  const { from, until: end, filter, compare } = asked(shown);
  const before = { from: compare.from, until: compare.until, filter: compare.filter, areAgents: false };
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).agents.figures({ from, until: end, filter, compare: before }),
  };
}

function ivrPage(viewer: Viewer, shown: Shown): Page {
  const kind = "ivr";
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).ivr.figures({ ...asked(shown), allRows: false }),
  };
}

/** Read on demand, of a month at most. */
function overflowPathsPage(viewer: Viewer, shown: Shown): Page {
  const kind = "overflow paths";
  const { from, until: end, filter } = asked(shown);
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).waiting.overflowPaths({ from, until: end, filter }),
  };
}

function ownPage(viewer: Viewer, shown: Shown): Page {
  const kind = "own";
  const boundaries = [...shown.period.boundaries];
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).own.figures({ boundaries }),
  };
}
