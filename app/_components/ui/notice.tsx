import { clsx } from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  info: { look: "border-line bg-surface", mark: <Info aria-hidden className="text-accent" /> },
  warning: {
    look: "border-transparent bg-warning-soft",
    mark: <TriangleAlert aria-hidden className="text-warning" />,
  },
  danger: {
    look: "border-transparent bg-danger-soft",
    mark: <CircleAlert aria-hidden className="text-danger" />,
  },
} as const;

interface NoticeProps {
  tone?: keyof typeof tones;
  /** What happened. */
  title: ReactNode;
  /** What was kept, and what to do. */
  children?: ReactNode;
  /** An id to quote when asking for help. */
  reference?: string | undefined;
  actions?: ReactNode;
}

export function Notice({ tone = "info", title, children, reference, actions }: NoticeProps) {
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={clsx(
        "flex items-start gap-3 rounded-lg border px-4 py-3 [&_svg]:mt-0.5 [&_svg]:size-4",
        tones[tone].look,
      )}
    >
      <span className="shrink-0">{tones[tone].mark}</span>
      <div className="grid min-w-0 flex-1 gap-0.5 text-body wrap-anywhere">
        <p className="font-medium">{title}</p>
        {children ? <div>{children}</div> : null}
        {reference ? <p className="font-mono text-caption">{reference}</p> : null}
      </div>
      {actions ? <div className="flex gap-2">{actions}</div> : null}
    </div>
  );
}
