"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
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
  gridLook,
  numbersOf,
  TooltipBox,
  wordLook,
} from "@/app/_components/charts/chart-area";

const scales = ["logarithmic", "linear"] as const;
type Scale = (typeof scales)[number];
/** Room for one mark's words over the plot. */
const markRoom = 13;
const axisWidth = 48;

interface HistogramChartProps {
  model: HistogramModel;
  label: string;
}

/** A distribution of durations, and under it the share that is at most so long, over the same axis. */
export function HistogramChart({ model, label }: HistogramChartProps) {
  const t = useTranslations("charts");
  const name = useId();
  const [chosen, setChosen] = useState<Scale>("logarithmic");
  const scale = model[model.chosen ?? chosen];
  return (
    <div className="grid gap-1">
      {model.chosen === null ? <ScaleChoice name={name} chosen={chosen} onChoose={setChosen} /> : null}
      <Bars scale={scale} label={label} syncId={name} />
      <p className="text-caption text-muted">{t("cumulative")}</p>
      <Cumulative scale={scale} shares={model.shares} label={t("cumulative")} syncId={name} />
    </div>
  );
}

interface ScaleChoiceProps {
  name: string;
  chosen: Scale;
  onChoose: (scale: Scale) => void;
}

function ScaleChoice({ name, chosen, onChoose }: ScaleChoiceProps) {
  const t = useTranslations("charts");
  return (
    <fieldset className="flex gap-1 text-caption">
      <legend className="sr-only">{t("axis")}</legend>
      {scales.map((one) => (
        <label
          key={one}
          className="cursor-pointer rounded-sm px-1.5 py-0.5 text-muted has-checked:bg-selected has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            checked={one === chosen}
            onChange={() => onChoose(one)}
            className="sr-only"
          />
          {t(`scales.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface PanelProps {
  scale: HistogramScale;
  label: string;
  syncId: string;
}

function Bars({ scale, label, syncId }: PanelProps) {
  const { bars, durations, counts, marks, compared } = scale;
  const rows = rowsOf(scale);
  const hrefOf = (index: number) => bars[index]?.href ?? null;
  return (
    <ChartArea height={200 + marks.length * markRoom} hrefOf={hrefOf}>
      {(active) => (
        <ComposedChart
          data={rows}
          syncId={syncId}
          margin={{ top: 8 + marks.length * markRoom, right: 12, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={label}
        >
          <CartesianGrid {...gridLook} />
          <XAxis
            {...axisLook}
            {...numbersOf(durations)}
            type="number"
            dataKey="middle"
            interval="preserveStart"
          />
          <YAxis {...axisLook} {...numbersOf(counts)} width={axisWidth} />
          <Tooltip
            isAnimationActive={false}
            cursor={false}
            content={(shown) => <BarWords scale={scale} shown={shown} />}
          />
          <Bar dataKey="count" isAnimationActive={false} shape={EdgeToEdge} />
          {compared ? (
            <Line
              dataKey="compared"
              type="step"
              stroke="var(--ink)"
              strokeOpacity={0.5}
              strokeDasharray="3 3"
              dot={false}
              isAnimationActive={false}
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
          {active}
        </ComposedChart>
      )}
    </ChartArea>
  );
}

function Cumulative({ scale, shares, label, syncId }: PanelProps & Pick<HistogramModel, "shares">) {
  const { bars, durations, marks } = scale;
  return (
    <ChartArea height={96} hrefOf={(index) => bars[index]?.href ?? null}>
      {(active) => (
        <ComposedChart
          data={rowsOf(scale)}
          syncId={syncId}
          margin={{ top: 4, right: 12, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={label}
        >
          <CartesianGrid {...gridLook} />
          <XAxis
            {...axisLook}
            {...numbersOf(durations)}
            type="number"
            dataKey="right"
            tick={false}
            height={4}
          />
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

function rowsOf({ bars, compared }: HistogramScale) {
  return bars.map(({ left, right, count, cumulative }, index) => ({
    index,
    middle: (left + right) / 2,
    left,
    right,
    count,
    cumulative,
    compared: compared?.[index] ?? null,
  }));
}

function BarWords({
  scale,
  shown,
}: {
  scale: HistogramScale;
  shown: { payload?: readonly { payload?: unknown }[] };
}) {
  const t = useTranslations("charts");
  const row = shown.payload?.[0]?.payload;
  const index = row && typeof row === "object" && "index" in row ? Number(row.index) : -1;
  const bar = scale.bars[index];
  if (!bar) return null;
  return (
    <TooltipBox
      title={bar.label}
      lines={[
        { name: t("calls"), label: bar.countLabel },
        { name: t("share"), label: bar.share },
        { name: t("cumulative"), label: bar.cumulativeLabel },
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

/** A mark's name and value above the plot, each on a line of its own, so that none covers another. */
function MarkWords({ mark, raised, axis, at }: { mark: HairLine; raised: number; axis: Axis; at: unknown }) {
  if (!at || typeof at !== "object" || !("x" in at) || !("y" in at)) return null;
  const x = Number(at.x);
  const top = Number(at.y);
  const turned = mark.value - axis.min > (axis.max - axis.min) * 0.82;
  const y = top - raised * markRoom;
  return (
    <g>
      <path d={`M${x} ${top}V${y}`} stroke="var(--ink)" strokeWidth={1} fill="none" />
      <text x={turned ? x - 4 : x + 4} y={y + 10} textAnchor={turned ? "end" : "start"} {...wordLook}>
        {mark.name} {mark.label}
      </text>
    </g>
  );
}
