import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { Tooltip } from "@/app/_components/ui/tooltip";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "title"> {
  /** Its name for every reader: shown as a tooltip, spoken by a screen reader. */
  label: string;
  /** Where the tooltip stands. */
  side?: "top" | "right";
}

export function IconButton({ label, side, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} {...(side && { side })}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        className={clsx(
          "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink",
          "disabled:pointer-events-none disabled:opacity-55 [&_svg]:size-4",
          className,
        )}
      />
    </Tooltip>
  );
}
