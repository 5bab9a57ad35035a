"use client";

import type { ActiveDotProps } from "recharts";
import type { CallsHref } from "@/app/_charts/chart-models";
import { useOpenCalls } from "@/app/_components/charts/chart-area";

interface OpeningDotProps {
  at: Pick<ActiveDotProps, "cx" | "cy">;
  colour: string;
  href: CallsHref | null;
}

/** The active point of a line: a click on it opens its own records, whichever series is chosen. */
export function OpeningDot({ at: { cx, cy }, colour, href }: OpeningDotProps) {
  const open = useOpenCalls();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the drawing chooses and opens series.
    <circle
      cx={cx}
      cy={cy}
      r={4}
      fill={colour}
      stroke="var(--surface)"
      onClick={(event) => {
        event.stopPropagation();
        open(href);
      }}
    />
  );
}
