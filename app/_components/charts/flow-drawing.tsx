import type { FlowModel } from "@/app/_charts/prepare-flow";

/** Streams between names, drawn by the server; each opens its calls. */
export function FlowDrawing({ model, label }: { model: FlowModel; label: string }) {
  const { width, height, barWidth, bands, ends } = model;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, not a set of fields.
    <svg
      role="group"
      aria-label={label}
      viewBox={`0 -4 ${width} ${height + 8}`}
      className="mx-auto w-full max-w-3xl"
      fontSize={12}
    >
      {bands.map(({ key, path, href, label: words }) => (
        <a key={key} href={href} aria-label={words} className="group/band">
          <title>{words}</title>
          <path
            d={path}
            fill="var(--state-waiting)"
            className="opacity-35 transition-opacity group-hover/band:opacity-70 group-focus-visible/band:opacity-70"
          />
        </a>
      ))}
      {ends.map(({ key, name, side, x, y, height: high, textX }) => (
        <g key={key}>
          <rect x={x} y={y} width={barWidth} height={Math.max(high, 1)} fill="var(--muted)" />
          <text
            x={textX}
            y={y + Math.max(high, 8) / 2}
            dominantBaseline="middle"
            textAnchor={side === "from" ? "end" : "start"}
            fill="var(--ink)"
          >
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
