import type { ReactNode } from "react";

/** The look of the one step or ring that an address names. */
export const selectedPart = "-mx-1.5 rounded-md bg-selected p-1.5";

/** A titled part of the inspector. */
export function InspectorPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2 border-line border-t pt-3">
      <h3 className="text-section">{title}</h3>
      {children}
    </section>
  );
}
