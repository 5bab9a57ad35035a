"use client";

import { useTranslations } from "next-intl";
import { Fragment, useId, useMemo } from "react";
import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  useXAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import type { Axis, HairLine, HistogramModel, HistogramScale } from "@/app/_charts/chart-models";
import {
  axisLook,
  ChartArea,
  comparedLook,
  gridLook,
  numbersOf,
  TooltipBox,
  wordLook,
} from "@/app/_components/charts/chart-area";
import { OpeningDot } from "@/app/_components/charts/opening-dot";
import { useSeriesChoice } from "@/app/_components/charts/series-choice";
import { ShownStretch, type Stretch, useZoom, ZoomBrush } from "@/app/_components/charts/zoom";
import { formatExactDuration } from "@/app/_components/format/duration";

/** Room for one mark's words over the plot. */
const markRoom = 13;
const axisWidth = 48;
const rightMargin = 12;

interface HistogramChartProps {
  model: HistogramModel;
  label: string;
}

/** A distribution of durations, and under it the share that is at most so long, over the same axis. */
export function HistogramChart({ model, label }: HistogramChartProps) {
  const t = useTranslations("charts");
  const name = useId();
  const whole = model[model.chosen];
  const zoom = useZoom(whole.bars.length);
  const rows = useMemo(() => rowsOf(whole), [whole]);
  const scale = useMemo(() => zoomedTo(whole, zoom.stretch), [whole, zoom.stretch]);
  const panel = { scale, rows, zoom, syncId: name, comparedName: model.comparedName };
  return (
    <div className="grid gap-1">
      <Fragment key={`${model.chosen} ${zoom.round}`}>
        <Bars {...panel} label={label} />
        <ShownStretch
          zoom={zoom}
          nameOf={({ first, last }) => `${whole.bars[first]?.label ?? ""} … ${whole.bars[last]?.label ?? ""}`}
        />
        <p className="text-caption text-muted">{t("cumulative")}</p>
        <Cumulative {...panel} shares={model.shares} label={t("cumulative")} />
      </Fragment>
    </div>
  );
}

interface PanelProps {
  /** As far as it is zoomed to. */
  scale: HistogramScale;
  rows: ReturnType<typeof rowsOf>;
  zoom: ReturnType<typeof useZoom>;
  label: string;
  syncId: string;
  comparedName: string | null;
}

function axisOf(durations: Axis) {
  return { ...axisLook, ...numbersOf(durations), type: "number", allowDataOverflow: true } as const;
}

function Bars({ scale, rows, zoom, label, syncId, comparedName }: PanelProps) {
  const { bars, durations, counts, marks, compared } = scale;
  const choice = useSeriesChoice([
    { name: label, bars },
    ...(compared && comparedName !== null ? [{ name: comparedName, bars: compared }] : []),
  ]);
  return (
    <>
      <ChartArea
        height={200 + marks.length * markRoom}
        hrefOf={(index) => choice.chosen?.bars[index]?.href ?? null}
        onStep={choice.step}
      >
        {(active) => (
          <ComposedChart
            data={rows}
            syncId={syncId}
            margin={{ top: 8 + marks.length * markRoom, right: rightMargin, bottom: 0, left: 0 }}
            accessibilityLayer
            aria-label={label}
          >
            <CartesianGrid {...gridLook} />
            <XAxis {...axisOf(durations)} dataKey="middle" interval="preserveStart" />
            <YAxis {...axisLook} {...numbersOf(counts)} width={axisWidth} />
            <Tooltip
              isAnimationActive={false}
              cursor={false}
              content={(shown) => <BarWords scale={scale} comparedName={comparedName} shown={shown} />}
            />
            <Bar dataKey="count" isAnimationActive={false} shape={EdgeToEdge} />
            {compared ? (
              <Line
                {...comparedLook}
                dataKey="compared"
                type="step"
                activeDot={(at) => (
                  <OpeningDot at={at} colour="var(--ink)" href={compared[at.index]?.href ?? null} />
                )}
              />
            ) : null}
            {marks.map((mark, index) => (
              <ReferenceLine
                key={mark.name}
                x={mark.value}
                stroke="var(--ink)"
                strokeWidth={1}
                label={(props: { viewBox?: unknown }) => (
                  <MarkWords mark={mark} raised={marks.length - index} axis={durations} at={props.viewBox} />
                )}
              />
            ))}
            {zoom.isOffered ? <ZoomBrush zoom={zoom} label={label} /> : null}
            {active}
          </ComposedChart>
        )}
      </ChartArea>
      {choice.said}
    </>
  );
}

function Cumulative({ scale, rows, shares, label, syncId }: PanelProps & Pick<HistogramModel, "shares">) {
  const { bars, durations, marks } = scale;
  return (
    <ChartArea height={96} hrefOf={(index) => bars[index]?.href ?? null}>
      {(active) => (
        <ComposedChart
          data={rows}
          syncId={syncId}
          margin={{ top: 4, right: rightMargin, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={label}
        >
          <CartesianGrid {...gridLook} />
          <XAxis {...axisOf(durations)} dataKey="right" tick={false} height={4} />
          <YAxis {...axisLook} {...numbersOf(shares)} width={axisWidth} />
          <Tooltip isAnimationActive={false} cursor={{ stroke: "var(--line-strong)" }} content={() => null} />
          <Line
            dataKey="cumulative"
            stroke="var(--accent)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          {marks.map((mark) => (
            <ReferenceLine key={mark.name} x={mark.value} stroke="var(--line-strong)" />
          ))}
          {active}
        </ComposedChart>
      )}
    </ChartArea>
  );
}

/** The same bars on an axis that reaches from the first to the last of some. */
function zoomedTo(scale: HistogramScale, stretch: Stretch | null): HistogramScale {
  const [first, last] = [scale.bars[stretch?.first ?? 0], scale.bars[stretch?.last ?? 0]];
  if (stretch === null || !first || !last) return scale;
  const [min, max] = [first.left, last.right];
  const isShown = ({ value }: { readonly value: number }) => value >= min && value <= max;
  const ticks = scale.durations.ticks.filter(isShown);
  const edge = { value: min, label: formatExactDuration(first.min) };
  return {
    ...scale,
    durations: { min, max, ticks: ticks.length > 1 ? ticks : [edge, ...ticks] },
    marks: scale.marks.filter(isShown),
  };
}

function rowsOf({ bars, compared }: HistogramScale) {
  return bars.map(({ left, right, count, cumulative }, index) => ({
    index,
    middle: (left + right) / 2,
    left,
    right,
    count,
    cumulative,
    compared: compared?.[index]?.height ?? null,
  }));
}

interface BarWordsProps extends Pick<PanelProps, "scale" | "comparedName"> {
  shown: { payload?: readonly { payload?: unknown }[] };
}

function BarWords({ scale, comparedName, shown }: BarWordsProps) {
  const t = useTranslations("charts");
  const row = shown.payload?.[0]?.payload;
  const index = row && typeof row === "object" && "index" in row ? Number(row.index) : -1;
  const bar = scale.bars[index];
  if (!bar) return null;
  const beside = scale.compared?.[index];
  return (
    <TooltipBox
      title={bar.label}
      lines={[
        { name: t("calls"), label: bar.countLabel },
        { name: t("share"), label: bar.shareLabel },
        { name: t("cumulative"), label: bar.cumulativeLabel },
        ...(beside && comparedName !== null
          ? [{ name: comparedName, label: beside.shareLabel, note: beside.countLabel }]
          : []),
      ]}
    />
  );
}

/** A bar from its lower edge to its upper one, whatever room a bar would be given. */
function EdgeToEdge({ payload, y, height }: BarShapeProps) {
  const scale = useXAxisScale();
  const left = scale?.(payload.left) ?? 0;
  const right = scale?.(payload.right) ?? 0;
  return (
    <rect
      x={left + 0.5}
      y={y}
      width={Math.max(right - left - 1, 0.5)}
      height={height}
      fill="var(--state-talking)"
    />
  );
}

/** About as wide as words are printed over a drawing; Chinese characters take a square each. */
function roomFor(words: string): number {
  return [...words].reduce((width, character) => width + (character > "\u2e80" ? 11 : 6.2), 0);
}

/** A mark's name and value above the plot, each on a line of its own, so that none covers another. */
function MarkWords({ mark, raised, axis, at }: { mark: HairLine; raised: number; axis: Axis; at: unknown }) {
  const scale = useXAxisScale();
  if (!at || typeof at !== "object" || !("x" in at) || !("y" in at)) return null;
  const x = Number(at.x);
  const top = Number(at.y);
  const words = `${mark.name} ${mark.label}`;
  const turned = x + 4 + roomFor(words) > (scale?.(axis.max) ?? 0) + rightMargin;
  const y = top - raised * markRoom;
  return (
    <g>
      <path d={`M${x} ${top}V${y}`} stroke="var(--ink)" strokeWidth={1} fill="none" />
      <text x={turned ? x - 4 : x + 4} y={y + 10} textAnchor={turned ? "end" : "start"} {...wordLook}>
        {words}
      </text>
    </g>
  );
}
