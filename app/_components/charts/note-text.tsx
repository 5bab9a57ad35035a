import type { TileNote } from "@/app/_charts/chart-models";

/** A short line beneath a figure, which opens what it counts. */
export function NoteText({ note }: { note: TileNote }) {
  if (typeof note === "string") return note;
  const { text, href } = note;
  if (href === null) return text;
  return (
    <a href={href} className="hover:text-ink hover:underline">
      {text}
    </a>
  );
}
