import type { ReactNode } from "react";
import type { TileNote } from "@/app/_charts/chart-models";

const between = " · ";

/** A short line beneath a figure, which opens what it counts. */
export function NoteText({ note }: { note: TileNote }) {
  if (typeof note === "string") return unbroken(note);
  const { text, href } = note;
  if (href === null) return unbroken(text);
  return (
    <a href={href} className="hover:text-ink hover:underline">
      {unbroken(text)}
    </a>
  );
}

/** Of several figures in a line each stays with its name. The dot before one that begins a line is cut off. */
function unbroken(text: string): ReactNode {
  const figures = text.split(between);
  if (figures.length === 1) return text;
  return (
    <span className="block overflow-hidden">
      <span className="-ml-3 flex flex-wrap">
        {figures.map((figure) => (
          <span
            key={figure}
            className="whitespace-nowrap before:inline-block before:w-3 before:text-center before:content-['·']"
          >
            {figure}{" "}
          </span>
        ))}
      </span>
    </span>
  );
}
