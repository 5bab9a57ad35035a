"use client";

import { useId, useMemo } from "react";
import {
  type ActiveDotProps,
  Bar,
  CartesianGrid,
  ComposedChart,
  type DotItemDotProps,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { TimeSeries, TimeSeriesModel } from "@/app/_charts/chart-models";
import { hrefOfMark } from "@/app/_charts/cohort-href";
import { isDrawnAsLine, rowsOfTimeSeries } from "@/app/_charts/prepare-time-series-rows";
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
import { intervalAxis, nameOfStretch } from "@/app/_components/charts/interval-axis";
import { OpeningDot } from "@/app/_components/charts/opening-dot";
import { useSeriesChoice } from "@/app/_components/charts/series-choice";
import { fillOf, Legend, looks, Patterns } from "@/app/_components/charts/series-look";
import { ShownStretch, useZoom, ZoomBrush } from "@/app/_components/charts/zoom";

interface TimeSeriesChartProps {
  model: TimeSeriesModel;
  label: string;
  height?: number;
}

/** Figures over time: bars on each other, lines over them. */
export function TimeSeriesChart({ model, label, height = 230 }: TimeSeriesChartProps) {
  const prefix = useId().replace(/\W/g, "");
  const { intervals, series, axis, target } = model;
  const rows = useMemo(() => rowsOfTimeSeries(model), [model]);
  const zoom = useZoom(rows.length);
  const choice = useSeriesChoice(series.filter(({ cohort }) => cohort !== null));
  const lines = [
    ...series.filter(({ isComparison }) => isComparison),
    ...series.filter((one) => isDrawnAsLine(one) && !one.isComparison),
  ];
  return (
    <div className="grid gap-1">
      <Legend
        prefix={prefix}
        items={series.map((one) => ({
          ...one,
          shape: isDrawnAsLine(one) ? "line" : "bar",
          isPale: one.isComparison,
        }))}
      />
      <ChartArea
        key={zoom.round}
        height={height}
        hrefOf={(index) => (choice.chosen ? hrefOfMark(choice.chosen, intervals, index) : null)}
        onStep={choice.step}
      >
        {(active) => (
          <ComposedChart data={rows} margin={plotMargin} accessibilityLayer aria-label={label}>
            <Patterns used={series.map(({ look }) => look)} prefix={prefix} />
            <CartesianGrid {...gridLook} />
            <XAxis {...intervalAxis(intervals)} />
            <YAxis {...axisLook} {...numbersOf(axis)} width="auto" />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--hover)", stroke: "var(--line-strong)" }}
              content={({ label: index }) => (
                <SeriesWords model={model} index={Number(index)} chosen={choice.chosen} />
              )}
            />
            {series
              .filter((one) => !isDrawnAsLine(one))
              .map((one) => (
                <SeriesBars key={one.key} one={one} prefix={prefix} intervals={intervals} />
              ))}
            {lines.map((one) => (
              <SeriesLines key={one.key} one={one} model={model} />
            ))}
            {target ? (
              <ReferenceLine
                y={target.value}
                stroke="var(--ink)"
                strokeDasharray="2 2"
                label={{ ...wordLook, value: target.label, position: "insideBottomLeft" }}
              />
            ) : null}
            {zoom.isOffered ? <ZoomBrush zoom={zoom} label={label} /> : null}
            {active}
          </ComposedChart>
        )}
      </ChartArea>
      {choice.said}
      <ShownStretch zoom={zoom} nameOf={nameOfStretch(intervals)} />
    </div>
  );
}

interface SeriesWordsProps {
  model: TimeSeriesModel;
  index: number;
  chosen: TimeSeries | undefined;
}

function SeriesWords({ model: { intervals, series }, index, chosen }: SeriesWordsProps) {
  const interval = intervals[index];
  if (!interval) return null;
  return (
    <TooltipBox
      title={interval.label}
      lines={series.map((one) => ({
        name: one.name,
        label: one.figures[index]?.label ?? "–",
        note: one.figures[index]?.note ?? null,
        look: one.look,
        isChosen: one === chosen,
      }))}
    />
  );
}

interface SeriesBarsProps {
  one: TimeSeries;
  prefix: string;
  intervals: TimeSeriesModel["intervals"];
}

function SeriesBars({ one, prefix, intervals }: SeriesBarsProps) {
  const open = useOpenCalls();
  return (
    <Bar
      dataKey={one.key}
      stackId="bars"
      fill={fillOf(one.look, prefix)}
      maxBarSize={40}
      isAnimationActive={false}
      onClick={({ payload }, _, event) => {
        event.stopPropagation();
        open(hrefOfMark(one, intervals, payload.index));
      }}
    />
  );
}

function SeriesLines({ one, model: { intervals } }: { one: TimeSeries; model: TimeSeriesModel }) {
  const { colour, dash } = looks[one.look];
  const shared = {
    name: one.name,
    stroke: one.isComparison ? "var(--ink)" : colour,
    isAnimationActive: false,
    activeDot: (at: ActiveDotProps) => (
      <OpeningDot at={at} colour={colour} href={hrefOfMark(one, intervals, at.index)} />
    ),
  } as const;
  const isLonely = (index: number) =>
    one.figures[index]?.value != null &&
    one.figures[index - 1]?.value == null &&
    one.figures[index + 1]?.value == null;
  /** Between gaps no line is seen. */
  const lonelyDot = ({ key, cx, cy, payload }: DotItemDotProps) => {
    const isSeen = cy != null && isLonely(payload.index);
    const opacity = intervals[payload.index]?.isRunning ? 0.4 : 1;
    return isSeen ? (
      <circle key={key} cx={cx} cy={cy} r={2.5} fill={colour} opacity={opacity} />
    ) : (
      <g key={key} />
    );
  };
  return (
    <>
      <Line
        {...shared}
        dataKey={one.key}
        strokeWidth={one.isComparison ? 1.5 : 2}
        strokeOpacity={one.isComparison ? 0.5 : 1}
        strokeDasharray={one.isComparison ? "3 3" : dash}
        dot={lonelyDot}
      />
      {runningFrom(intervals) < intervals.length ? (
        <Line
          {...shared}
          dataKey={`${one.key} running`}
          strokeWidth={1.5}
          strokeOpacity={0.4}
          strokeDasharray="2 4"
          dot={lonelyDot}
          activeDot={false}
        />
      ) : null}
    </>
  );
}
