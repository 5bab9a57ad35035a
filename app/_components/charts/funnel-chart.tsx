"use client";

import {
  CartesianGrid,
  ReferenceLine,
  Scatter,
  ScatterChart,
  Tooltip,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import type { FunnelModel, FunnelPoint } from "@/app/_charts/chart-models";
import {
  axisLook,
  ChartArea,
  gridLook,
  numbersOf,
  plotMargin,
  TooltipBox,
  useOpenCalls,
  wordLook,
} from "@/app/_components/charts/chart-area";
import { LegendItem, LegendList } from "@/app/_components/charts/series-look";

/** A figure against how many it is made of; only what lies outside of the limits differs. */
export function FunnelChart({ model, label }: { model: FunnelModel; label: string }) {
  const { points, mean, counts, values, names } = model;
  const rows = points.map((point, index) => ({ ...point, index }));
  return (
    <div className="grid gap-1">
      <LegendList>
        <LegendItem mark={<Outline of="none" />}>{names.value}</LegendItem>
        <LegendItem mark={<Outline of="warning" />}>{names.beyond95}</LegendItem>
        <LegendItem mark={<Outline of="alarm" />}>{names.beyond998}</LegendItem>
        <LegendItem mark={<span aria-hidden className="w-4 border-t border-dashed border-muted" />}>
          {names.limit95}
        </LegendItem>
        <LegendItem mark={<span aria-hidden className="w-4 border-t border-muted" />}>
          {names.limit998}
        </LegendItem>
      </LegendList>
      <ChartArea height={300} hrefOf={(index) => points[index]?.href ?? null}>
        {(active) => (
          <ScatterChart margin={{ ...plotMargin, bottom: 16 }} aria-label={label}>
            <CartesianGrid {...gridLook} />
            <XAxis
              {...axisLook}
              {...numbersOf(counts)}
              type="number"
              dataKey="count"
              label={{
                value: names.count,
                position: "insideBottom",
                offset: -12,
                fill: "var(--muted)",
                fontSize: 11,
              }}
            />
            <YAxis {...axisLook} {...numbersOf(values)} type="number" dataKey="value" width="auto" />
            <Tooltip
              isAnimationActive={false}
              cursor={false}
              content={({ payload }) => {
                const point = points[Number(payload?.[0]?.payload?.index ?? -1)];
                if (!point) return null;
                return (
                  <TooltipBox
                    title={point.name}
                    lines={[
                      { name: names.value, label: point.label },
                      { name: names.count, label: point.countLabel },
                      ...(names.compared === null
                        ? []
                        : [{ name: names.compared, ...(point.compared ?? { label: "–" }) }]),
                    ]}
                  />
                );
              }}
            />
            <ReferenceLine
              y={mean.value}
              stroke="var(--muted)"
              label={{
                ...wordLook,
                value: `${mean.name} ${mean.label}`,
                position: "insideBottomLeft",
              }}
            />
            <Limits model={model} />
            <Scatter data={rows} isAnimationActive={false} shape={Point} />
            {active}
          </ScatterChart>
        )}
      </ChartArea>
    </div>
  );
}

const limitLines = [
  { bound: "low95", dash: "4 3" },
  { bound: "high95", dash: "4 3" },
  { bound: "low998", dash: "none" },
  { bound: "high998", dash: "none" },
] as const;

function Limits({ model: { limits, values } }: { model: FunnelModel }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return limitLines.map(({ bound, dash }) => {
    const places = limits
      .filter((limit) => limit[bound] >= values.min && limit[bound] <= values.max)
      .map((limit) => `${x(limit.count)} ${y(limit[bound])}`);
    return places.length < 2 ? null : (
      <path
        key={bound}
        d={`M${places.join("L")}`}
        fill="none"
        stroke="var(--muted)"
        strokeOpacity={0.8}
        strokeDasharray={dash}
      />
    );
  });
}

/** Outlines in a box of 12 by 12 around its middle; what lies outside differs in shape as well. */
const outlines = {
  none: { d: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", fill: "var(--state-talking)" },
  warning: { d: "M0-5.5 5.5 4.5H-5.5Z", fill: "var(--state-waiting)" },
  alarm: { d: "M0-6.5 6.5 0 0 6.5-6.5 0Z", fill: "var(--state-lost)" },
} as const;

function Outline({ of }: { of: keyof typeof outlines }) {
  return (
    <svg aria-hidden viewBox="-7 -7 14 14" className="size-3.5">
      <path {...outlines[of]} />
    </svg>
  );
}

interface PointProps {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: FunnelPoint;
}

/** A point is a link of its own, reachable by keyboard; only those farthest outside are named, so that names can be read. */
function Point({ cx, cy, payload }: PointProps) {
  const open = useOpenCalls();
  if (cx === undefined || cy === undefined || !payload) return null;
  const { d, fill } = outlines[payload.beyond];
  const { name, label, countLabel, href, isNamed } = payload;
  const mark = (
    <g transform={`translate(${cx} ${cy})`}>
      <path d={d} fill={fill} stroke="var(--surface)" strokeWidth={1} />
      {isNamed ? (
        <text x={8} y={4} {...wordLook}>
          {name}
        </text>
      ) : null}
    </g>
  );
  if (href === null) return mark;
  return (
    <a
      href={href}
      aria-label={`${name}: ${label}, ${countLabel}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        open(href);
      }}
    >
      {mark}
    </a>
  );
}
