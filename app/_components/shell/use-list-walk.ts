import { useShortcut } from "@/app/_components/shell/use-shortcut";

interface ListWalk {
  /** How many rows there are. */
  readonly length: number;
  /** The place of the row where the reader is; -1 before they have begun. */
  at(): number;
  goTo(index: number): void;
  /** Opens the row where the reader is, if a link in focus does not do so already. */
  open?(): void;
  /** Ends the walk. */
  leave(): void;
}

/** The keys of every list: J and K walk from row to row, Enter opens the one in question, Escape leaves it. */
export function useListWalk(walk: ListWalk) {
  function step(by: 1 | -1) {
    if (walk.length > 0) walk.goTo(Math.min(walk.length - 1, Math.max(0, walk.at() + by)));
  }
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));
  useShortcut("Enter", () => walk.open?.());
  useShortcut("Escape", () => walk.leave());
}
