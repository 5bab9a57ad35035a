import { Switch as Base } from "@base-ui/react/switch";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export function Switch({
  label,
  className,
  ...rest
}: Omit<ComponentProps<typeof Base.Root>, "className"> & { label: ReactNode; className?: string }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI puts its hidden input inside this label.
    <label className={clsx("inline-flex items-center gap-2 text-body", className)}>
      <Base.Root
        {...rest}
        className="inline-flex h-5 w-9 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-55"
      >
        <Base.Thumb className="size-4 rounded-full bg-surface transition-transform data-checked:translate-x-4" />
      </Base.Root>
      <span>{label}</span>
    </label>
  );
}
