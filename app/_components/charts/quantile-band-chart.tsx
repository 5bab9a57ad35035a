"use client";

import { Area, CartesianGrid, ComposedChart, Line, ReferenceArea, Tooltip, XAxis, YAxis } from "recharts";
import type { QuantileBandModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import { runningFrom } from "@/app/_charts/running-from";
import {
  axisLook,
  ChartArea,
  gridLook,
  numbersOf,
  plotMargin,
  TooltipBox,
} from "@/app/_components/charts/chart-area";

/** Where most, where half, and where the middle one of the durations lie, over time. */
export function QuantileBandChart({ model, label }: { model: QuantileBandModel; label: string }) {
  const { intervals, bands, compared, names, axis, cohort } = model;
  const rows = rowsOf(model);
  const running = runningFrom(intervals);
  const hrefOf = (index: number) => {
    const interval = intervals[index];
    return cohort && interval ? cohortHref({ ...cohort, from: interval.from, until: interval.until }) : null;
  };
  return (
    <div className="grid gap-1">
      <BandLegend names={names} compared={compared?.name ?? null} />
      <ChartArea height={230} hrefOf={hrefOf}>
        {(active) => (
          <ComposedChart data={rows} margin={plotMargin} accessibilityLayer aria-label={label}>
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
              cursor={{ stroke: "var(--line-strong)" }}
              content={({ label: index }) => (
                <BandWords
                  model={model}
                  title={intervals[Number(index)]?.label ?? ""}
                  band={bands[Number(index)]}
                />
              )}
            />
            <Area
              dataKey="most"
              fill="var(--state-talking)"
              fillOpacity={0.18}
              stroke="none"
              activeDot={false}
              isAnimationActive={false}
            />
            <Area
              dataKey="middle"
              fill="var(--state-talking)"
              fillOpacity={0.38}
              stroke="none"
              activeDot={false}
              isAnimationActive={false}
            />
            {compared ? (
              <Line
                dataKey="compared"
                stroke="var(--ink)"
                strokeOpacity={0.5}
                strokeDasharray="3 3"
                dot={false}
                isAnimationActive={false}
              />
            ) : null}
            <Line
              dataKey="median"
              stroke="var(--accent)"
              strokeWidth={2}
              dot={{ r: 1.5, fill: "var(--accent)", stroke: "none" }}
              isAnimationActive={false}
            />
            {running > 0 && running < intervals.length ? (
              <ReferenceArea
                x1={running - 1}
                x2={intervals.length - 1}
                fill="var(--surface)"
                fillOpacity={0.6}
              />
            ) : null}
            {active}
          </ComposedChart>
        )}
      </ChartArea>
    </div>
  );
}

function rowsOf({ bands, compared }: QuantileBandModel) {
  return bands.map((band, index) => ({
    index,
    most: band && [band.p10.value, band.p90.value],
    middle: band && [band.p25.value, band.p75.value],
    median: band?.median.value ?? null,
    compared: compared?.medians[index]?.value ?? null,
  }));
}

function BandLegend({ names, compared }: { names: QuantileBandModel["names"]; compared: string | null }) {
  return (
    <ul data-legend className="flex flex-wrap gap-x-4 text-caption text-muted">
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-0.5 w-4 bg-accent" />
        {names.median}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-2.5 w-4 bg-state-talking opacity-55" />
        {names.middle}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-2.5 w-4 bg-state-talking opacity-20" />
        {names.most}
      </li>
      {compared === null ? null : (
        <li className="inline-flex items-center gap-1.5">
          <span aria-hidden className="w-4 border-t border-dashed border-ink opacity-50" />
          {compared}
        </li>
      )}
    </ul>
  );
}

interface BandWordsProps {
  model: QuantileBandModel;
  title: string;
  band: QuantileBandModel["bands"][number] | undefined;
}

function BandWords({ model: { names }, title, band }: BandWordsProps) {
  if (!band) return <TooltipBox title={title} lines={[]} />;
  return (
    <TooltipBox
      title={`${title} · ${band.count}`}
      lines={[
        { name: names.median, label: band.median.label },
        { name: names.middle, label: `${band.p25.label}–${band.p75.label}` },
        { name: names.most, label: `${band.p10.label}–${band.p90.label}` },
      ]}
    />
  );
}
