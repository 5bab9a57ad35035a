import type { ReactNode } from "react";

/** A page's title with its figure beside it, and what can be done on the page. */
export function PageHead({
  title,
  aside,
  actions,
}: {
  title: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-2">
      <h1 className="text-title">{title}</h1>
      {aside ? <div className="text-body text-muted">{aside}</div> : null}
      {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
