import { Input as Base } from "@base-ui/react/input";
import { clsx } from "clsx";
import type { ComponentProps } from "react";

export const controlLook =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-body text-ink placeholder:text-faint " +
  "disabled:opacity-55 aria-invalid:border-danger data-invalid:border-danger";

export function Input({
  className,
  ...rest
}: Omit<ComponentProps<typeof Base>, "className"> & { className?: string }) {
  return <Base {...rest} className={clsx(controlLook, "h-8", className)} />;
}
