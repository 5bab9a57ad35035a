import type { AgentCell } from "@/app/_charts/agent-cells";

interface FigureCellProps {
  cell: AgentCell;
  /** How far it is from what it is compared with, in words. */
  difference?: string | null;
}

/** A figure that opens its records, and beneath it what it takes to trust it. */
export function FigureCell({ cell: { text, href, n, notes }, difference = null }: FigureCellProps) {
  return (
    <>
      {n === "" ? null : <span className="text-caption text-muted">{n} </span>}
      {href === null ? (
        <span className="text-muted">{text}</span>
      ) : (
        <a href={href} className="pl-1 font-medium hover:underline">
          {text}
        </a>
      )}
      {notes.map((note) => (
        <span key={note} className="block text-caption text-muted">
          {note}
        </span>
      ))}
      {difference === null ? null : <span className="block text-caption">{difference}</span>}
    </>
  );
}
