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
const until = Date.UTC(2026, 10, 19, 16);

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
  readonly by: Exclude<Dimension, "exitNode">;
}

export interface Page extends Shown {
  readonly kind: "overview" | "duration" | "waiting" | "agents" | "own";
  readonly name: string;
  read(db: Database): Promise<unknown>;
}

/** What each dashboard page reads, as people with each kind of period and filter would open it. */
export async function dashboardPages(db: Database): Promise<Page[]> {
  const [agent] = await listAgents(db);
  const [group] = await listSkillGroups(db);
  if (agent === undefined || group === undefined) throw new Error("the database has no agents or groups");
  const self: Viewer = { ...agent, role: "agent" };
  const manager: Viewer = { ...agent, role: "manager" };
  const ofGroup: FigureFilter = { skillGroupIds: [group.skillGroupId] };
  const pages: Page[] = [];
  for (const shownPeriod of [week, month, monthByHour, year]) {
    for (const filter of [{}, ofGroup])
      pages.push(...pagesOf(manager, { period: shownPeriod, filter, by: "skillGroup" }));
  }
  for (const by of ["agent", "direction", "province", "outcome", "path", "verification"] as const) {
    pages.push(
      durationPage(manager, { period: month, filter: {}, by }),
      durationPage(manager, { period: year, filter: {}, by }),
    );
  }
  pages.push(ownPage(self, { period: month, filter: { agentIds: [agent.userId] }, by: "agent" }));
  return pages;
}

// Agents within a group are two properties at once, which rollups do not keep apart: those are counted from
// the rows, as every page with several filters is, and take the time that rows take.
function pagesOf(viewer: Viewer, shown: Shown): Page[] {
  const pages = [overviewPage(viewer, shown), durationPage(viewer, shown), waitingPage(viewer, shown)];
  return shown.filter.skillGroupIds ? pages : [...pages, agentsPage(viewer, shown)];
}

function nameOf(kind: Page["kind"], { period: { name }, filter, by }: Shown): string {
  const narrowed = filter.skillGroupIds ? ", one group" : "";
  return `${kind}, ${name}${narrowed}${kind === "duration" ? `, by ${by}` : ""}`;
}

const dashboards = (db: Database, viewer: Viewer) =>
  createCaller({ db, viewer, now: () => until }).dashboards;

/** As the pages ask: beside the period before. */
function asked({ period: { from, until: end, boundaries }, filter }: Shown) {
  const before = previousPeriod(from, end, timeZone);
  const shift = before.from - from;
  const compare = { ...before, filter, boundaries: boundaries.map((at) => at + shift) };
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
  const before = { from: compare.from, until: compare.until, filter, areAgents: false };
  return {
    ...shown,
    kind,
    name: nameOf(kind, shown),
    read: (db) => dashboards(db, viewer).agents.figures({ from, until: end, filter, compare: before }),
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
