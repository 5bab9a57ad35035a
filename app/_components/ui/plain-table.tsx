import type { ReactNode } from "react";

export const headLook = "h-8 whitespace-nowrap pr-4 last:pr-0 text-left text-caption font-medium text-muted";
export const cellLook = "h-9 whitespace-nowrap border-t border-line py-1 pr-4 last:pr-0 align-middle";

/** A short table that scrolls sideways by itself where it does not fit; reachable by keyboard for that. */
export function PlainTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className="scroll-shadow overflow-x-auto">
      <table className="w-full text-table">{children}</table>
    </section>
  );
}
