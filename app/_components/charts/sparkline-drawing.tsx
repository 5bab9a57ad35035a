import type { Sparkline } from "@/app/_charts/chart-models";
import { sparklineBox } from "@/app/_charts/prepare-sparkline";

const { width, height } = sparklineBox;

/** A figure over time without axes: its course beside its value. */
export function SparklineDrawing({ sparkline: { lines, dots, running } }: { sparkline: Sparkline }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="h-6 w-full overflow-visible text-accent"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth={1.5}
    >
      {lines.map((line) => (
        <path key={line} d={line} vectorEffect="non-scaling-stroke" />
      ))}
      {dots.map(({ x, y }) => (
        <path key={x} d={`M${x} ${y}h.01`} strokeWidth={3} vectorEffect="non-scaling-stroke" />
      ))}
      {running === null ? null : (
        <path d={running} opacity={0.4} strokeDasharray="2 3" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  );
}
