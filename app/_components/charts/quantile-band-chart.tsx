"use client";

import { Fragment, useMemo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import type { CallsHref, QuantileBandModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import { rowsOfQuantileBand } from "@/app/_charts/prepare-band-rows";
import {
  axisLook,
  ChartArea,
  comparedLook,
  gridLook,
  numbersOf,
  plotMargin,
  TooltipBox,
} from "@/app/_components/charts/chart-area";
import { intervalAxis, nameOfStretch } from "@/app/_components/charts/interval-axis";
import { OpeningDot } from "@/app/_components/charts/opening-dot";
import { useSeriesChoice } from "@/app/_components/charts/series-choice";
import { LegendItem, LegendList } from "@/app/_components/charts/series-look";
import { ShownStretch, useZoom, ZoomBrush } from "@/app/_components/charts/zoom";

/** Where most, where half, and where the middle one of the durations lie, over time. */
export function QuantileBandChart({ model, label }: { model: QuantileBandModel; label: string }) {
  const { intervals, compared, names, axis, cohort } = model;
  const rows = useMemo(() => rowsOfQuantileBand(model), [model]);
  const zoom = useZoom(rows.length);
  const own = (index: number) => {
    const interval = intervals[index];
    return cohort && interval ? cohortHref({ ...cohort, from: interval.from, until: interval.until }) : null;
  };
  const beside = (index: number) => compared?.hrefs[index] ?? null;
  const choice = useSeriesChoice([
    { name: names.median, hrefAt: own },
    ...(compared ? [{ name: compared.name, hrefAt: beside }] : []),
  ]);
  return (
    <div className="grid gap-1">
      <BandLegend names={names} compared={compared?.name ?? null} />
      <ChartArea
        key={zoom.round}
        height={230}
        hrefOf={(index) => choice.chosen?.hrefAt(index) ?? null}
        onStep={choice.step}
      >
        {(active) => (
          <ComposedChart data={rows} margin={plotMargin} accessibilityLayer aria-label={label}>
            <CartesianGrid {...gridLook} />
            <XAxis {...intervalAxis(intervals)} />
            <YAxis {...axisLook} {...numbersOf(axis)} width="auto" />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-strong)" }}
              content={({ label: index }) => (
                <BandWords
                  model={model}
                  index={Number(index)}
                  chosen={compared && (choice.chosen?.name ?? null)}
                />
              )}
            />
            {paleFrom.map((suffix) => (
              <Fragment key={suffix}>
                <Area {...areaLook} dataKey={`most${suffix}`} fillOpacity={suffix === "" ? 0.18 : 0.07} />
                <Area {...areaLook} dataKey={`middle${suffix}`} fillOpacity={suffix === "" ? 0.38 : 0.14} />
              </Fragment>
            ))}
            {compared ? <ComparedLines hrefAt={beside} /> : null}
            <Line
              dataKey="median"
              stroke="var(--accent)"
              strokeWidth={2}
              dot={{ r: 1.5, fill: "var(--accent)", stroke: "none" }}
              isAnimationActive={false}
            />
            <Line
              dataKey="median running"
              stroke="var(--accent)"
              strokeWidth={1.5}
              strokeOpacity={0.4}
              strokeDasharray="2 4"
              dot={{ r: 1.5, fill: "var(--accent)", fillOpacity: 0.4, stroke: "none" }}
              activeDot={false}
              isAnimationActive={false}
            />
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

function ComparedLines({ hrefAt }: { hrefAt: (index: number) => CallsHref | null }) {
  return (
    <>
      <Line
        {...comparedLook}
        dataKey="compared"
        activeDot={(at) => <OpeningDot at={at} colour="var(--ink)" href={hrefAt(at.index)} />}
      />
      <Line {...comparedLook} dataKey="compared running" strokeOpacity={0.25} activeDot={false} />
    </>
  );
}

/** What is settled, and what still runs. */
const paleFrom = ["", " running"] as const;

const areaLook = {
  fill: "var(--state-talking)",
  stroke: "none",
  activeDot: false,
  isAnimationActive: false,
} as const;

function BandLegend({ names, compared }: { names: QuantileBandModel["names"]; compared: string | null }) {
  return (
    <LegendList>
      <LegendItem mark={<span aria-hidden className="h-0.5 w-4 bg-accent" />}>{names.median}</LegendItem>
      <LegendItem mark={<span aria-hidden className="h-2.5 w-4 bg-state-talking opacity-55" />}>
        {names.middle}
      </LegendItem>
      <LegendItem mark={<span aria-hidden className="h-2.5 w-4 bg-state-talking opacity-20" />}>
        {names.most}
      </LegendItem>
      {compared === null ? null : (
        <LegendItem mark={<span aria-hidden className="w-4 border-t border-dashed border-ink opacity-50" />}>
          {compared}
        </LegendItem>
      )}
    </LegendList>
  );
}

interface BandWordsProps {
  model: QuantileBandModel;
  index: number;
  /** Of several series the one that is opened; null where there is but one. */
  chosen: string | null;
}

function BandWords({ model, index, chosen }: BandWordsProps) {
  const { intervals, bands, compared, names } = model;
  const title = intervals[index]?.label;
  if (title === undefined) return null;
  const band = bands[index];
  const before = compared?.medians[index];
  const beside =
    compared && before ? [{ name: compared.name, ...before, isChosen: chosen === compared.name }] : [];
  if (!band) return <TooltipBox title={title} lines={beside} />;
  return (
    <TooltipBox
      title={`${title} · ${band.n}`}
      lines={[
        { name: names.median, ...band.median, isChosen: chosen === names.median },
        { name: names.middle, label: `${band.p25.label}–${band.p75.label}` },
        { name: names.most, label: `${band.p10.label}–${band.p90.label}` },
        ...beside,
      ]}
    />
  );
}
