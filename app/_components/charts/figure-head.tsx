import type { ReactNode } from "react";

export interface FigureHeadProps {
  title: string;
  /** The card that says what the figures are; opens from an ⓘ. */
  definition?: ReactNode;
  /** How many records the figures are made of, in words. */
  count?: string | undefined;
}

/** The line over a chart or a table: what it shows, of how much, and what can be done with it. */
export function FigureHead({
  id,
  title,
  definition,
  count,
  children,
}: FigureHeadProps & { id: string; children: ReactNode }) {
  return (
    <figcaption className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
      <h2 id={id} className="text-section">
        {title}
      </h2>
      {definition}
      {count === undefined ? null : <span className="text-caption text-muted">{count}</span>}
      <span className="ml-auto flex items-center gap-2 text-caption">{children}</span>
    </figcaption>
  );
}
