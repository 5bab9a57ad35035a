import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import type { TileChange, TileModel } from "@/app/_charts/chart-models";
import { NoteText } from "@/app/_components/charts/note-text";
import { SparklineDrawing } from "@/app/_components/charts/sparkline-drawing";

type Optional<Model> = { readonly [Part in keyof Model]?: Model[Part] | undefined };

interface TileProps extends Optional<TileModel> {
  name: string;
  /** The card that says what the figure is. */
  definition?: ReactNode;
  /** The figure with its unit, or words where there is none. */
  value: string;
  /** Beneath the notes, such as a field to ask for more. */
  children?: ReactNode;
}

const arrows = { up: ArrowUp, down: ArrowDown, same: ArrowRight } as const;
const tones = { good: "text-success", bad: "text-danger", neutral: "text-muted" } as const;

/** A figure with what it takes to trust it: records, interval, target, change and course. */
export function Tile({
  name,
  definition,
  value,
  href,
  target,
  notes,
  change,
  sparkline,
  children,
}: TileProps) {
  return (
    <article className="grid content-start gap-1 rounded-lg border border-line bg-surface p-4">
      <div className="flex min-h-7 items-center gap-1">
        <h2 className="text-table text-muted">{name}</h2>
        {definition}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        {href ? (
          <a href={href} className="text-figure hover:underline">
            {value}
          </a>
        ) : (
          <span className="text-figure">{value}</span>
        )}
        {target == null ? null : <span className="text-caption text-muted">{target}</span>}
      </p>
      {change ? <Change change={change} /> : null}
      {notes?.map((note) => (
        <p key={typeof note === "string" ? note : note.text} className="text-balance text-caption text-muted">
          <NoteText note={note} />
        </p>
      ))}
      {children}
      {sparkline ? <SparklineDrawing sparkline={sparkline} /> : null}
    </article>
  );
}

function Change({ change: { direction, tone, words, against, href } }: { change: TileChange }) {
  const Arrow = arrows[direction];
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-caption">
      <span className={`inline-flex items-center gap-0.5 font-medium ${tones[tone]}`}>
        <Arrow aria-hidden className="size-3" />
        {words}
      </span>
      <span className="text-muted">
        <NoteText note={{ text: against, href }} />
      </span>
    </p>
  );
}
