"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Brush } from "recharts";

/** From so many places on, a part of them can be looked at. */
const zoomableFrom = 8;

/** From the first to the last place that is shown. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Which of a chart's places are shown; the chart and its brush bear `round` as their key. */
export function useZoom(places: number) {
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [round, setRound] = useState(0);
  return {
    isOffered: places >= zoomableFrom,
    stretch,
    round,
    show: ({ first, last }: Stretch) =>
      setStretch(first === 0 && last === places - 1 ? null : { first, last }),
    showAll: () => {
      setStretch(null);
      // The brush keeps its own ends: a new one has them at the edges.
      setRound(round + 1);
    },
  };
}

type Zoom = ReturnType<typeof useZoom>;

/** Two handles under a chart, moved by mouse, finger or arrow keys. */
export function ZoomBrush({ zoom, label }: { zoom: Zoom; label: string }) {
  const t = useTranslations("charts");
  return (
    <Brush
      dataKey="index"
      height={16}
      travellerWidth={8}
      stroke="var(--line-strong)"
      fill="var(--canvas)"
      ariaLabel={t("zoom", { label })}
      tickFormatter={() => ""}
      onChange={({ startIndex, endIndex }) => zoom.show({ first: startIndex, last: endIndex })}
    />
  );
}

interface ShownStretchProps {
  zoom: Zoom;
  /** From where to where, in words. */
  nameOf: (stretch: Stretch) => string;
}

/** What a chart is zoomed to, and the way back. */
export function ShownStretch({ zoom: { isOffered, stretch, showAll }, nameOf }: ShownStretchProps) {
  const t = useTranslations("charts");
  if (!isOffered) return null;
  return (
    <div data-unexported className="flex min-h-5 items-baseline gap-x-2 text-caption text-muted">
      <p role="status">{stretch === null ? "" : nameOf(stretch)}</p>
      {stretch === null ? null : (
        <button type="button" onClick={showAll} className="text-accent hover:underline">
          {t("showAll")}
        </button>
      )}
    </div>
  );
}
