"use client";

import { useId } from "react";
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import type { SurvivalModel, SurvivalPoint } from "@/app/_charts/chart-models";
import {
  axisLook,
  ChartArea,
  gridLook,
  numbersOf,
  plotMargin,
  TooltipBox,
} from "@/app/_components/charts/chart-area";
import { OpeningDot } from "@/app/_components/charts/opening-dot";
import { useSeriesChoice } from "@/app/_components/charts/series-choice";
import { Legend, looks } from "@/app/_components/charts/series-look";
import { formatDuration } from "@/app/_components/format/duration";

/** The share that still goes on after so many seconds, in steps, with the band it may lie in. */
export function SurvivalChart({ model, label }: { model: SurvivalModel; label: string }) {
  const prefix = useId().replace(/\W/g, "");
  const { series, durations, shares } = model;
  const places = placesOf(model);
  const rows = places.map((place, index) => ({
    index,
    place,
    ...Object.fromEntries(
      series.flatMap(({ key, points }) => {
        const point = pointAt(points, place);
        return [
          [key, point?.share ?? null],
          [`${key} band`, point?.low == null || point.high == null ? null : [point.low, point.high]],
        ];
      }),
    ),
  }));
  const choice = useSeriesChoice(series);
  const hrefAt = (points: readonly SurvivalPoint[], index: number) =>
    pointAt(points, places[index] ?? 0)?.href ?? null;
  return (
    <div className="grid gap-1">
      {series.length > 1 ? (
        <Legend prefix={prefix} items={series.map((one) => ({ ...one, shape: "line" }))} />
      ) : null}
      <ChartArea
        height={240}
        hrefOf={(index) => hrefAt(choice.chosen?.points ?? [], index)}
        onStep={choice.step}
      >
        {(active) => (
          <ComposedChart data={rows} margin={plotMargin} accessibilityLayer aria-label={label}>
            <CartesianGrid {...gridLook} />
            <XAxis {...axisLook} {...numbersOf(durations)} type="number" dataKey="place" />
            <YAxis {...axisLook} {...numbersOf(shares)} width="auto" />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-strong)" }}
              content={({ active: isPointedAt, label: place }) =>
                isPointedAt ? (
                  <TooltipBox
                    title={formatDuration(Number(place))}
                    lines={series.map((one) => {
                      const point = pointAt(one.points, Number(place));
                      return {
                        name: one.name,
                        look: one.look,
                        label: point?.shareLabel ?? "–",
                        note: point?.leftLabel ?? null,
                        isChosen: series.length > 1 && one === choice.chosen,
                      };
                    })}
                  />
                ) : null
              }
            />
            {series.map(({ key, look }) => (
              <Area
                key={`${key} band`}
                dataKey={`${key} band`}
                type="stepAfter"
                fill={looks[look].colour}
                fillOpacity={0.16}
                stroke="none"
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
            {series.map(({ key, look, points }) => (
              <Line
                key={key}
                dataKey={key}
                type="stepAfter"
                stroke={looks[look].colour}
                strokeWidth={2}
                strokeDasharray={series.length > 1 ? looks[look].dash : "none"}
                dot={false}
                activeDot={(at) => (
                  <OpeningDot at={at} colour={looks[look].colour} href={hrefAt(points, at.index)} />
                )}
                isAnimationActive={false}
              />
            ))}
            {active}
          </ComposedChart>
        )}
      </ChartArea>
      {choice.said}
    </div>
  );
}

/** Every moment at which one of the curves steps. */
function placesOf({ series }: SurvivalModel): number[] {
  const all = series.flatMap(({ points }) => points.map(({ ms }) => ms));
  return [...new Set(all)].sort((one, other) => one - other);
}

/** The step that holds at a moment; null after the curve has ended. */
function pointAt(points: readonly SurvivalPoint[], ms: number): SurvivalPoint | null {
  const last = points.at(-1);
  if (!last || ms > last.ms) return null;
  return points.findLast((point) => point.ms <= ms) ?? null;
}
