import type { AgentCell } from "@/app/_charts/agent-cells";
import { NoteText } from "@/app/_components/charts/note-text";

interface FigureCellProps {
  cell: AgentCell;
  /** How far it is from what it is compared with, in words. */
  difference?: string | null;
}

/** A figure that opens its records, and beneath it what it takes to trust it. */
export function FigureCell({ cell: { text, href, n, nHref, notes }, difference = null }: FigureCellProps) {
  return (
    <>
      {n === "" ? null : (
        <span className="text-caption text-muted">
          <NoteText note={{ text: n, href: nHref }} />{" "}
        </span>
      )}
      {href === null ? (
        <span className="text-muted">{text}</span>
      ) : (
        <a href={href} className="pl-1 font-medium hover:underline">
          {text}
        </a>
      )}
      {notes.map((note) => (
        <span key={typeof note === "string" ? note : note.text} className="block text-caption text-muted">
          <NoteText note={note} />
        </span>
      ))}
      {difference === null ? null : <span className="block text-caption">{difference}</span>}
    </>
  );
}
