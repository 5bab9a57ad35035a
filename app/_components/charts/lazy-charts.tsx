"use client";

import dynamic from "next/dynamic";
import { type ComponentType, useEffect, useState } from "react";
import type {
  FunnelModel,
  HistogramModel,
  QuantileBandModel,
  SurvivalModel,
  TimeSeriesModel,
} from "@/app/_charts/chart-models";

interface ChartProps<Model> {
  model: Model;
  /** What the drawing shows, for who does not see it. */
  label: string;
}

/** A chart whose scripts are fetched when the page around it can be read. */
function afterReading<Model>(Chart: ComponentType<ChartProps<Model>>) {
  return function LazyChart(props: ChartProps<Model>) {
    return useIsReadable() ? <Chart {...props} /> : null;
  };
}

/** Whether the page with all that it was sent with stands. */
function useIsReadable(): boolean {
  const [isReadable, setReadable] = useState(false);
  useEffect(() => {
    const tell = () => setReadable(true);
    if (document.readyState === "complete") tell();
    else window.addEventListener("load", tell, { once: true });
    return () => window.removeEventListener("load", tell);
  }, []);
  return isReadable;
}

export const TimeSeriesChart = afterReading<TimeSeriesModel>(
  dynamic(() => import("@/app/_components/charts/time-series-chart").then((file) => file.TimeSeriesChart), {
    ssr: false,
  }),
);

export const HistogramChart = afterReading<HistogramModel>(
  dynamic(() => import("@/app/_components/charts/histogram-chart").then((file) => file.HistogramChart), {
    ssr: false,
  }),
);

export const QuantileBandChart = afterReading<QuantileBandModel>(
  dynamic(
    () => import("@/app/_components/charts/quantile-band-chart").then((file) => file.QuantileBandChart),
    {
      ssr: false,
    },
  ),
);

export const SurvivalChart = afterReading<SurvivalModel>(
  dynamic(() => import("@/app/_components/charts/survival-chart").then((file) => file.SurvivalChart), {
    ssr: false,
  }),
);

export const FunnelChart = afterReading<FunnelModel>(
  dynamic(() => import("@/app/_components/charts/funnel-chart").then((file) => file.FunnelChart), {
    ssr: false,
  }),
);
