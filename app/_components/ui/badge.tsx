import { clsx } from "clsx";
import type { ReactNode } from "react";

const tones = {
  neutral: "border-line text-muted",
  warning: "border-transparent bg-warning-soft text-warning",
  danger: "border-transparent bg-danger-soft text-danger",
} as const;

export function Badge({ tone = "neutral", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex h-5 items-center whitespace-nowrap rounded-sm border px-1.5 text-caption font-medium",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
