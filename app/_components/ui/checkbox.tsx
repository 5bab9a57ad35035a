import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** The browser's own checkbox in our colours: it takes part in a form that is sent without JavaScript. */
export function Checkbox({
  label,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className={clsx("inline-flex min-h-6 items-center gap-2 text-body", className)}>
      <input {...rest} type="checkbox" className="size-4 shrink-0 accent-accent" />
      <span>{label}</span>
    </label>
  );
}
