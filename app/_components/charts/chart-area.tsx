"use client";

import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { ResponsiveContainer, useActiveTooltipDataPoints } from "recharts";
import type { Axis, CallsHref, SeriesLook } from "@/app/_charts/chart-models";
import { looks } from "@/app/_components/charts/series-look";
import { useListedShortcut } from "@/app/_components/shell/use-shortcut";

export const axisLook = {
  tick: { fill: "var(--muted)", fontSize: 11 },
  axisLine: { stroke: "var(--line)" },
  tickLine: false,
} as const;

/** What tells a drawn axis its numbers and their words. */
export function numbersOf({ min, max, ticks }: Axis) {
  return {
    domain: [min, max],
    ticks: ticks.map(({ value }) => value),
    tickFormatter: (value: number) => ticks.find((tick) => tick.value === value)?.label ?? "",
  };
}

/** Words over a drawing: a rim keeps what lies under them apart. */
export const wordLook = {
  fontSize: 11,
  fill: "var(--ink)",
  stroke: "var(--surface)",
  strokeWidth: 3,
  paintOrder: "stroke",
} as const;

export const gridLook = { stroke: "var(--line)", vertical: false } as const;

/** A line of what the figures are compared with. */
export const comparedLook = {
  stroke: "var(--ink)",
  strokeOpacity: 0.5,
  strokeDasharray: "3 3",
  dot: false,
  isAnimationActive: false,
} as const;

export const plotMargin = { top: 8, right: 20, bottom: 0, left: 0 } as const;

/** Opens the calls behind a mark. */
export function useOpenCalls() {
  const router = useRouter();
  return (href: CallsHref | null) => {
    if (href) router.push(href);
  };
}

interface ChartAreaProps {
  height: number;
  /** The calls behind the place that is pointed at or has been walked to. */
  hrefOf: (index: number) => CallsHref | null;
  /** Chooses another of the figures that stand at each place. */
  onStep?: (by: 1 | -1) => void;
  children: (active: ReactNode) => ReactNode;
}

const steps: ReadonlyMap<string, 1 | -1> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/** Room for a drawing; a click, or Enter, opens the calls behind the place that is active in it. */
export function ChartArea({ height, hrefOf, onStep, children }: ChartAreaProps) {
  const open = useOpenCalls();
  const active = useRef<number | null>(null);
  useListedShortcut("arrows");
  const openActive = () => {
    if (active.current !== null) open(hrefOf(active.current));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the drawing inside takes focus and keys.
    <div
      className="cursor-pointer"
      onClick={({ target }) => {
        if (target instanceof Element && !target.closest(".recharts-brush")) openActive();
      }}
      onKeyDown={(event) => {
        const { key, target } = event;
        if (!(target instanceof Element) || target.closest(".recharts-brush")) return;
        const step = steps.get(key);
        if (key === "Enter") openActive();
        if (step === undefined || !onStep) return;
        event.preventDefault();
        onStep(step);
      }}
    >
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
        {children(
          <ActiveIndex
            onChange={(index) => {
              active.current = index;
            }}
          />,
        )}
      </ResponsiveContainer>
    </div>
  );
}

/** Tells which row of a chart's data is active; rows say their place as `index`. */
function ActiveIndex({ onChange }: { onChange: (index: number | null) => void }) {
  const index = useActiveTooltipDataPoints<{ index: number }>()?.[0]?.index ?? null;
  useEffect(() => onChange(index));
  return null;
}

interface TooltipLine {
  readonly name: string;
  readonly label: string;
  /** What it takes to trust the figure. */
  readonly note?: string | null;
  readonly look?: SeriesLook;
  /** The one whose calls are opened. */
  readonly isChosen?: boolean;
}

/** What is printed of the active place. */
export function TooltipBox({ title, lines }: { title: string; lines: readonly TooltipLine[] }) {
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-caption shadow-float">
      <p className="font-medium">{title}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-3">
        {lines.map(({ name, label, note, look, isChosen }) => (
          <div key={name} className="contents">
            <dt className={clsx("inline-flex items-center gap-1.5", isChosen ? "underline" : "text-muted")}>
              {look ? (
                <span
                  aria-hidden
                  className="h-2 w-2 rounded-full"
                  style={{ background: looks[look].colour }}
                />
              ) : null}
              {name}
            </dt>
            <dd className="text-right">
              {label}
              {note ? <span className="text-muted"> · {note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
