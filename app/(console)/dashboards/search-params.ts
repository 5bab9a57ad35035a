import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { agentSorts } from "@/app/_charts/sort-agents";
import { parseAs, parseAsLocalDate, parseAsNumber } from "@/app/_components/parsers";
import { dayPeriods } from "@/app/_components/period/days";
import { type DashboardPage, dashboardPages } from "@/app/(console)/dashboards/dashboard-pages";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Dimension } from "@/server/domain/metrics/dimension";
import { HandlePart } from "@/server/domain/metrics/handle-time";
import { RepeatHours } from "@/server/domain/metrics/repeat-hours";
import { Interval } from "@/server/domain/metrics/time/intervals";
import { TimeZone } from "@/server/domain/time-zone";

export const periods = [...dayPeriods, "custom"] as const;
export const axes = ["logarithmic", "linear"] as const;
/** By what durations are broken down. */
export const breakdowns = Dimension.exclude(["exitNode"]).options;
export const comparisons = ["previous", "period", "groups", "agents", "nothing"] as const;

/** What parts of some dashboards show; each is chosen beside what it changes, and kept by the bar. */
const partParams = {
  duration: parseAsStringLiteral(HandlePart.options).withDefault("handle"),
  axis: parseAsStringLiteral(axes).withDefault("logarithmic"),
  by: parseAsStringLiteral(breakdowns).withDefault("skillGroup"),
  rows: parseAsStringLiteral(["top", "all"]).withDefault("top"),
  /** Within how many hours a call repeats another; counted only when asked for. */
  repeat: parseAsNumber(RepeatHours),
  sort: parseAsStringLiteral(agentSorts).withDefault("answered"),
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
  /** Whether overflow paths are counted for however long a period. */
  paths: parseAsStringLiteral(["counted"]),
};

/** Everything that a dashboard's address says; the names are those of the bar's fields. */
export const dashboardParams = {
  ...partParams,
  period: parseAsStringLiteral(periods).withDefault("7days"),
  /** Calendar dates, both included; they count when the period is `custom`. */
  from: parseAsLocalDate,
  to: parseAsLocalDate,
  zone: parseAs(TimeZone),
  interval: parseAsStringLiteral(Interval.options),
  group: parseAsNativeArrayOf(parseAs(SkillGroupId)),
  agent: parseAsNativeArrayOf(parseAs(UserId)),
  direction: parseAsStringLiteral(CallDirection.options),
  outcome: parseAsNativeArrayOf(parseAsStringLiteral(CallOutcome.options)),
  province: parseAsNativeArrayOf(parseAsString),
  verification: parseAsNativeArrayOf(parseAsStringLiteral(Verification.options)),
  path: parseAsNativeArrayOf(parseAsString),
  compare: parseAsStringLiteral(comparisons).withDefault("previous"),
  compareFrom: parseAsLocalDate,
  compareTo: parseAsLocalDate,
  compareGroup: parseAsNativeArrayOf(parseAs(SkillGroupId)),
  compareAgent: parseAsNativeArrayOf(parseAs(UserId)),
};

export type DashboardParams = inferParserType<typeof dashboardParams>;

/** The choices of parts that the address has to name, as they stand in it. */
export function chosenParts(params: DashboardParams): [name: string, value: string][] {
  const { duration, axis, by, rows, repeat, sort, order, paths } = params;
  const chosen = { duration, axis, by, rows, repeat, sort, order, paths };
  return [...new URLSearchParams(createSerializer(partParams)(chosen))];
}

export const loadDashboardParams = createLoader(dashboardParams);

/** Which dashboard a saved one is. */
const tabParam = { tab: parseAsStringLiteral(dashboardPages) };
export const loadTab = createLoader(tabParam);

const serialize = createSerializer(dashboardParams);

const serializeSaved = createSerializer({ ...tabParam, ...dashboardParams });

/** A dashboard in a given state, as it is saved. */
export function savedQuery(page: DashboardPage, params: DashboardParams): string {
  return serializeSaved({ ...params, tab: page }).slice(1);
}

/** The same as fields of a form. */
export function dashboardFields(params: Partial<DashboardParams>): [name: string, value: string][] {
  return [...new URLSearchParams(serialize(params))];
}

/** A dashboard's address in a given state. */
export function dashboardHref(page: DashboardPage, params: Partial<DashboardParams>) {
  const query = serialize(params).slice(1);
  return query === "" ? (`/dashboards/${page}` as const) : (`/dashboards/${page}?${query}` as const);
}
