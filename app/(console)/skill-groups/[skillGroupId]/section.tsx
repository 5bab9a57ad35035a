import type { ReactNode } from "react";

interface SectionProps {
  title: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Section({ title, aside, actions, children }: SectionProps) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="text-section">{title}</h2>
        {aside ? <div className="text-table text-muted">{aside}</div> : null}
        {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
