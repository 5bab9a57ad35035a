import type { CallsHref, FunnelModel, FunnelPoint, TableCell, TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { durationCells, medianCell } from "@/app/_charts/prepare-figures";
import { prepareFunnel } from "@/app/_charts/prepare-funnel";
import { secondsOf } from "@/app/_charts/seconds";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import { funnelLimits } from "@/server/domain/metrics/funnel";
import type { ConfidenceInterval } from "@/server/domain/metrics/quantile";

/** Where an agent's mean stands to the limits of chance. */
export type Standing = "inside" | "aboveWarning" | "belowWarning" | "aboveAlarm" | "belowAlarm";

interface HandleFunnelInput {
  readonly agents: readonly {
    readonly agentId: string;
    readonly name: string;
    readonly handle: DurationFigure | null;
    readonly href: CallsHref | null;
    /** The same agent's, that it is compared with. */
    readonly before: { readonly handle: DurationFigure | null; readonly href: CallsHref | null } | null;
  }[];
  /** Mean and variance of all handle times, in milliseconds and their square. */
  readonly spread: { readonly mean: number; readonly variance: number };
  readonly words: HandleFunnelWords;
}

type Measured = HandleFunnelInput["agents"][number] & { readonly handle: DurationFigure };

interface HandleFunnelWords extends FigureWords {
  readonly standing: (standing: Standing) => string;
  readonly names: FunnelModel["names"] & { readonly meanOfAll: string };
  readonly heads: Readonly<Record<"name" | "standing", string>>;
}

export interface HandleFunnel {
  readonly model: FunnelModel;
  readonly table: TableModel;
  /** How many agents there are, how many outside of which limits, and how many chance would put there. */
  readonly agents: number;
  readonly outside: number;
  readonly alarming: number;
  readonly expected: number;
}

const beyondByChance = 0.05;

/** Each agent's mean handle time against n, and what the limits say of it; those outside come first. */
export function prepareHandleFunnel({ agents, spread, words }: HandleFunnelInput): HandleFunnel {
  const measured = agents.flatMap(({ handle, ...agent }) => (handle === null ? [] : [{ ...agent, handle }]));
  const { names, columns, heads, duration, count } = words;
  const model = prepareFunnel({
    points: measured.map(({ agentId, name, href, handle, before }) => ({
      key: agentId,
      name,
      href,
      count: handle.n,
      value: handle.meanMs,
      compared: before?.handle
        ? {
            value: before.handle.meanMs,
            label: duration(before.handle.meanMs),
            note: words.n(before.handle.n),
          }
        : null,
    })),
    mean: { name: names.meanOfAll, value: spread.mean },
    limitsAt: (n) => funnelLimits(spread, n),
    names,
    print: duration,
    printCount: count,
  });
  const figures = new Map(measured.map((agent) => [agent.agentId, agent]));
  const rows = model.points.toSorted(
    (one, other) => severity[other.beyond] - severity[one.beyond] || other.count - one.count,
  );
  return {
    model,
    table: {
      columns: [heads.name, names.count, names.value, columns.median, columns.p90].concat([
        names.limit95,
        names.limit998,
        heads.standing,
        ...(names.compared === null ? [] : [names.compared, columns.count]),
      ]),
      rows: rows.map((point) => rowOf(point, figures.get(point.key), { spread, words })),
    },
    agents: model.points.length,
    outside: model.points.filter(({ beyond }) => beyond !== "none").length,
    alarming: model.points.filter(({ beyond }) => beyond === "alarm").length,
    expected: model.points.length * beyondByChance,
  };
}

const severity = { none: 0, warning: 1, alarm: 2 } as const;

function rowOf(
  point: FunnelPoint,
  agent: Measured | undefined,
  { spread, words }: Pick<HandleFunnelInput, "spread" | "words">,
): TableModel["rows"][number] {
  const { warning, alarm } = funnelLimits(spread, point.count);
  const handle = agent?.handle;
  const lasting = (ms: number) => ({ text: words.duration(ms), raw: secondsOf(ms) });
  const between = ({ low, high }: ConfidenceInterval) => ({
    text: `${words.duration(low)}–${words.duration(high)}`,
    raw: `${secondsOf(low)}–${secondsOf(high)}`,
  });
  return {
    key: point.key,
    cells: [
      { text: point.name },
      { text: point.countLabel, raw: point.count, href: point.href },
      { ...lasting(point.value), href: point.href },
      handle ? medianCell(handle, words, point.href) : { text: words.none },
      handle ? { ...lasting(handle.p90Ms), href: point.href } : { text: words.none },
      between(warning),
      between(alarm),
      { text: words.standing(standingOf(point, spread.mean)), isWords: true },
      ...(words.names.compared === null ? [] : comparedCells(agent?.before ?? null, words)),
    ],
  };
}

function comparedCells(before: Measured["before"], words: HandleFunnelWords): readonly TableCell[] {
  const [, mean = { text: words.none }, , n = { text: words.none }] = durationCells(
    before?.handle ?? null,
    words,
    before?.href,
  );
  return [mean, n];
}

/** A point beyond the limits lies on one side of the mean. */
function standingOf({ beyond, value }: FunnelPoint, mean: number): Standing {
  if (beyond === "none") return "inside";
  if (beyond === "alarm") return value > mean ? "aboveAlarm" : "belowAlarm";
  return value > mean ? "aboveWarning" : "belowWarning";
}
