import type { ReactNode } from "react";
import type { SeriesLook } from "@/app/_charts/chart-models";

interface Look {
  /** A colour of the theme. */
  readonly colour: string;
  /** Of lines. */
  readonly dash: string;
  /** Lines of a pattern over the colour of areas, in a tile of 6 by 6; none for a plain area. */
  readonly pattern: string | null;
}

/** No two looks share a dash or a pattern within the sets that stand in one chart. */
export const looks: Readonly<Record<SeriesLook, Look>> = {
  accent: { colour: "var(--accent)", dash: "none", pattern: null },
  talking: { colour: "var(--state-talking)", dash: "none", pattern: null },
  holding: { colour: "var(--state-holding)", dash: "6 3", pattern: "M0 6 6 0" },
  wrapping: { colour: "var(--state-wrapping)", dash: "2 3", pattern: "M0 3H6" },
  waiting: { colour: "var(--state-waiting)", dash: "6 3", pattern: "M0 0 6 6" },
  ringing: { colour: "var(--state-ringing)", dash: "8 3 2 3", pattern: "M3 0V6" },
  free: { colour: "var(--state-free)", dash: "10 4", pattern: null },
  lost: { colour: "var(--state-lost)", dash: "4 2", pattern: "M0 6 6 0" },
  meeting: { colour: "var(--state-meeting)", dash: "1 3", pattern: "M0 3H6M3 0V6" },
};

/** How an area of a look is filled: its colour, or its pattern defined in the same drawing. */
export function fillOf(look: SeriesLook, prefix: string): string {
  return looks[look].pattern === null ? looks[look].colour : `url(#${prefix}-${look})`;
}

/** The patterns of some looks, for the drawing that uses them. */
export function Patterns({ used, prefix }: { used: readonly SeriesLook[]; prefix: string }) {
  return (
    <defs>
      {used.map((look) => {
        const { colour, pattern } = looks[look];
        return pattern === null ? null : (
          <pattern key={look} id={`${prefix}-${look}`} width={6} height={6} patternUnits="userSpaceOnUse">
            <rect width={6} height={6} fill={colour} />
            <path d={pattern} stroke="var(--surface)" strokeOpacity={0.55} strokeWidth={1.25} fill="none" />
          </pattern>
        );
      })}
    </defs>
  );
}

interface LegendEntry {
  readonly name: string;
  readonly look: SeriesLook;
  readonly shape: "bar" | "line";
  readonly isPale?: boolean;
}

/** The word of every colour, pattern and dash in a drawing. */
export function Legend({ items, prefix }: { items: readonly LegendEntry[]; prefix: string }) {
  return (
    <LegendList>
      {items.map(({ name, look, shape, isPale }) => (
        <LegendItem
          key={name}
          mark={
            <svg width={18} height={10} aria-hidden opacity={isPale ? 0.5 : 1}>
              <Patterns used={[look]} prefix={`${prefix}-legend`} />
              {shape === "bar" ? (
                <rect width={18} height={10} rx={2} fill={fillOf(look, `${prefix}-legend`)} />
              ) : (
                <path
                  d="M0 5H18"
                  stroke={isPale ? "var(--ink)" : looks[look].colour}
                  strokeWidth={2}
                  strokeDasharray={isPale ? "3 3" : looks[look].dash}
                />
              )}
            </svg>
          }
        >
          {name}
        </LegendItem>
      ))}
    </LegendList>
  );
}

export function LegendList({ children }: { children: ReactNode }) {
  return (
    <ul data-legend className="flex flex-wrap gap-x-4 gap-y-0.5 text-caption text-muted">
      {children}
    </ul>
  );
}

export function LegendItem({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      {mark}
      {children}
    </li>
  );
}
