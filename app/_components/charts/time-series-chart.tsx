"use client";

import { useId } from "react";
import {
  Bar,
  Brush,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { ChartInterval, TimeSeries, TimeSeriesModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import { runningFrom } from "@/app/_charts/running-from";
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
import { fillOf, Legend, looks, Patterns } from "@/app/_components/charts/series-look";

/** From so many intervals on, a part of them can be looked at. */
const brushedFrom = 24;

interface TimeSeriesChartProps {
  model: TimeSeriesModel;
  label: string;
  height?: number;
}

/** Figures over time: bars on each other, lines over them. */
export function TimeSeriesChart({ model, label, height = 230 }: TimeSeriesChartProps) {
  const prefix = useId().replace(/\W/g, "");
  const open = useOpenCalls();
  const { intervals, series, axis, target } = model;
  const rows = rowsOf(model);
  const hrefOf = (one: TimeSeries | undefined, index: number) => callsOf(one, intervals[index]);
  const own = series.filter(({ isComparison }) => !isComparison);
  const bars = own.filter(({ shape }) => shape === "bar");
  const lines = [...series.filter(({ isComparison }) => isComparison), ...own.filter(isLine)];
  return (
    <div className="grid gap-1">
      <Legend
        prefix={prefix}
        items={series.map((one) => ({
          ...one,
          shape: one.isComparison ? "line" : one.shape,
          isPale: one.isComparison,
        }))}
      />
      <ChartArea height={height} hrefOf={(index) => hrefOf(own[0], index)}>
        {(active) => (
          <ComposedChart data={rows} margin={plotMargin} accessibilityLayer aria-label={label}>
            <Patterns used={series.map(({ look }) => look)} prefix={prefix} />
            <CartesianGrid {...gridLook} />
            <XAxis
              {...axisLook}
              dataKey="index"
              tickFormatter={(index: number) => intervals[index]?.tick ?? ""}
              minTickGap={28}
            />
            <YAxis {...axisLook} {...numbersOf(axis)} width="auto" />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--hover)", stroke: "var(--line-strong)" }}
              content={({ label: index }) => (
                <TooltipBox
                  title={intervals[Number(index)]?.label ?? ""}
                  lines={series.map((one) => ({
                    name: one.name,
                    label: one.figures[Number(index)]?.label ?? "–",
                    look: one.look,
                  }))}
                />
              )}
            />
            {bars.map((one) => (
              <Bar
                key={one.key}
                dataKey={one.key}
                stackId="bars"
                fill={fillOf(one.look, prefix)}
                maxBarSize={40}
                isAnimationActive={false}
                onClick={(_, index, event) => {
                  event.stopPropagation();
                  open(hrefOf(one, rows[index]?.index ?? index));
                }}
              />
            ))}
            {lines.flatMap((one) => seriesLines(one, model))}
            {target ? (
              <ReferenceLine
                y={target.value}
                stroke="var(--ink)"
                strokeDasharray="2 2"
                label={{ ...wordLook, value: target.label, position: "insideBottomLeft" }}
              />
            ) : null}
            {intervals.length >= brushedFrom ? (
              <Brush
                dataKey="index"
                height={16}
                travellerWidth={8}
                stroke="var(--line-strong)"
                fill="var(--canvas)"
                ariaLabel={label}
                tickFormatter={() => ""}
              />
            ) : null}
            {active}
          </ComposedChart>
        )}
      </ChartArea>
    </div>
  );
}

function callsOf(series: TimeSeries | undefined, interval: ChartInterval | undefined) {
  if (!series?.cohort || !interval) return null;
  return cohortHref({ ...series.cohort, from: interval.from, until: interval.until });
}

const isLine = ({ shape, isComparison }: TimeSeries) => shape === "line" || isComparison;

interface Row {
  readonly index: number;
  readonly [key: string]: number | null;
}

/** The settled line goes up to where something runs; the pale one takes over from its last point. */
function linePoint(key: string, { value, at }: { value: number | null; at: number }) {
  return { [key]: at >= 0 ? null : value, [`${key} running`]: at >= -1 ? value : null };
}

/** Chart data: figures by series; what still runs stands under a key of its own, to be drawn pale. */
function rowsOf({ intervals, series }: TimeSeriesModel): Row[] {
  const running = runningFrom(intervals);
  return intervals.map((interval, index) => {
    const row: Record<string, number | null> & Row = { index, fillOpacity: interval.isRunning ? 0.45 : 1 };
    for (const one of series) {
      const value = one.figures[index]?.value ?? null;
      if (isLine(one)) Object.assign(row, linePoint(one.key, { value, at: index - running }));
      else row[one.key] = value;
    }
    return row;
  });
}

function seriesLines(one: TimeSeries, { intervals }: TimeSeriesModel) {
  const { colour, dash } = looks[one.look];
  const shared = {
    name: one.name,
    stroke: one.isComparison ? "var(--ink)" : colour,
    isAnimationActive: false,
    activeDot: { r: 4, fill: colour, stroke: "var(--surface)" },
  } as const;
  const isLonely = (index: number) =>
    one.figures[index]?.value != null &&
    one.figures[index - 1]?.value == null &&
    one.figures[index + 1]?.value == null;
  return [
    <Line
      {...shared}
      key={one.key}
      dataKey={one.key}
      strokeWidth={one.isComparison ? 1.5 : 2}
      strokeOpacity={one.isComparison ? 0.5 : 1}
      strokeDasharray={one.isComparison ? "3 3" : dash}
      dot={({ key, cx, cy, index }) =>
        isLonely(index) && cy != null ? (
          <circle key={key} cx={cx} cy={cy} r={2.5} fill={colour} />
        ) : (
          <g key={key} />
        )
      }
    />,
    runningFrom(intervals) < intervals.length ? (
      <Line
        {...shared}
        key={`${one.key} running`}
        dataKey={`${one.key} running`}
        strokeWidth={1.5}
        strokeOpacity={0.4}
        strokeDasharray="2 4"
        dot={false}
        activeDot={false}
      />
    ) : null,
  ];
}
