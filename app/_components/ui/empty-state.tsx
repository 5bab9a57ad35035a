import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** The title's rank: a part of a page, or the page itself. */
  heading?: "h1" | "h2";
  /** Why it is empty. */
  children?: ReactNode;
  /** The next step. */
  actions?: ReactNode;
}

export function EmptyState({ icon, title, heading: Heading = "h2", children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center">
      {icon ? <span className="text-faint [&_svg]:size-6">{icon}</span> : null}
      <Heading className="text-body font-semibold">{title}</Heading>
      {children ? <div className="text-balance text-body text-muted">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
