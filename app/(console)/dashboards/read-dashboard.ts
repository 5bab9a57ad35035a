import { Temporal } from "temporal-polyfill";
import { daysOf } from "@/app/_components/period/days";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";
import type { Instant } from "@/server/domain/instant";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import {
  canCutInto,
  fittingInterval,
  type Interval,
  intervalBoundaries,
} from "@/server/domain/metrics/time/intervals";
import { type Period, previousPeriod } from "@/server/domain/metrics/time/period";

/** Records of a period, looked at with a filter, and where the period is cut into intervals. */
export interface Looked extends Period {
  /** One more than there are intervals. */
  readonly boundaries: readonly Instant[];
  readonly filter: FigureFilter;
}

export interface Dashboard extends Looked {
  readonly now: Instant;
  readonly timeZone: string;
  readonly interval: Interval;
  /** The interval that was asked for but would cut one of the periods into too many parts. */
  readonly tooFine: Interval | null;
  /** What the figures are set beside: other records of the same kind. Null when nothing is asked for. */
  readonly compare: (Looked & { readonly with: Exclude<DashboardParams["compare"], "nothing"> }) | null;
}

interface Viewpoint {
  readonly now: Instant;
  /** The viewer's own time zone, where the address names none. */
  readonly timeZone: string;
}

/** What the address asks for, as the figures are read. Periods are whole days of the time zone. */
export function readDashboard(params: DashboardParams, viewpoint: Viewpoint): Dashboard {
  const { now } = viewpoint;
  const timeZone = params.zone ?? viewpoint.timeZone;
  const period = readPeriod(params, { now, timeZone });
  const filter = readFilter(params);
  const other = readComparison(params, { own: { ...period, filter }, now, timeZone });
  const interval = chooseInterval(params.interval, period, other ?? period);
  const looked = ({ from, until }: Period, chosen: FigureFilter): Looked => ({
    from,
    until,
    filter: chosen,
    boundaries: canCutInto(interval, from, until)
      ? intervalBoundaries({ from, until }, interval, timeZone)
      : [from, until],
  });
  return {
    ...looked(period, filter),
    now,
    timeZone,
    interval,
    tooFine: params.interval === interval ? null : params.interval,
    compare: other && { ...looked(other, other.filter), with: other.with },
  };
}

function readPeriod({ period, from, to }: DashboardParams, { now, timeZone }: Viewpoint): Period {
  if (period === "custom" && (from ?? to) !== null) return daysBetween(from ?? to, to ?? from, timeZone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const { first, last } = daysOf(period === "custom" ? "7days" : period, today);
  return wholeDays(first, last, timeZone);
}

/** From the earlier to the later of two days, whichever was typed first. */
function daysBetween(one: string | null, other: string | null, timeZone: string): Period {
  const [first = "", last = ""] = [one ?? "", other ?? ""].sort();
  return wholeDays(Temporal.PlainDate.from(first), Temporal.PlainDate.from(last), timeZone);
}

function wholeDays(first: Temporal.PlainDate, last: Temporal.PlainDate, timeZone: string): Period {
  const beginning = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  return { from: beginning(first), until: beginning(last.add({ days: 1 })) };
}

/** What is asked for, unless it would cut one of the periods too finely; what fits the longer one then. */
function chooseInterval(asked: Interval | null, period: Period, other: Period): Interval {
  const canCutBoth = (interval: Interval) =>
    [period, other].every(({ from, until }) => canCutInto(interval, from, until));
  if (asked !== null && canCutBoth(asked)) return asked;
  const fitting = fittingInterval(period.from, period.until);
  return canCutBoth(fitting) ? fitting : fittingInterval(other.from, other.until);
}

const some = <Item>(items: readonly Item[]): Item[] | undefined =>
  items.length > 0 ? [...items] : undefined;

function readFilter(params: DashboardParams): FigureFilter {
  return {
    skillGroupIds: some(params.group),
    agentIds: some(params.agent),
    direction: params.direction ?? undefined,
    outcomes: some(params.outcome),
    provinces: some(params.province),
    verifications: some(params.verification),
    paths: some(params.path),
  };
}

type Records = Period & { readonly filter: FigureFilter };
type Other = Records & { with: NonNullable<Dashboard["compare"]>["with"] };

/** Null where nothing is asked for, or not yet what to compare with. */
function readComparison(
  params: DashboardParams,
  { own, now, timeZone }: Viewpoint & { own: Records },
): Other | null {
  const { compare, compareFrom, compareTo, compareGroup, compareAgent } = params;
  const { from, until, filter } = own;
  if (compare === "previous") return { ...toSamePoint(own, now, timeZone), filter, with: compare };
  if (compare === "period" && (compareFrom ?? compareTo) !== null) {
    const days = daysBetween(compareFrom ?? compareTo, compareTo ?? compareFrom, timeZone);
    return { ...days, filter, with: compare };
  }
  if (compare === "groups" && compareGroup.length > 0)
    return { from, until, filter: { ...filter, skillGroupIds: compareGroup }, with: compare };
  if (compare === "agents" && compareAgent.length > 0)
    return { from, until, filter: { ...filter, agentIds: compareAgent }, with: compare };
  return null;
}

/** The period before; while a period still runs, as much of the one before as has passed of it. */
function toSamePoint({ from, until }: Period, now: Instant, timeZone: string): Period {
  const before = previousPeriod(from, until, timeZone);
  if (now >= until || now <= from) return before;
  return { from: before.from, until: Math.min(before.until, before.from + (now - from)) };
}
