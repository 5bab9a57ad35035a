import type { ReactNode } from "react";

/** The border of a table that scrolls sideways where it does not fit; reachable by keyboard for that. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="scroll-shadow overflow-x-auto rounded-lg border border-line bg-surface"
    >
      {children}
    </section>
  );
}
