import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

const variants = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-line bg-surface text-ink hover:bg-hover",
  quiet: "text-muted hover:bg-hover hover:text-ink",
  danger: "bg-danger text-on-danger hover:bg-danger-strong",
} as const;

const sizes = { sm: "h-7 gap-1.5 px-2 text-table", md: "h-8 gap-2 px-3 text-body" } as const;

interface Look {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
}

export function buttonLook({ variant = "secondary", size = "md" }: Look, className?: string) {
  return clsx(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium transition-colors",
    "disabled:pointer-events-none disabled:opacity-55 aria-busy:pointer-events-none aria-busy:opacity-70 [&_svg]:size-4",
    variants[variant],
    sizes[size],
    className,
  );
}

interface ButtonProps extends ComponentProps<"button">, Look {
  /** The button's work is under way: it stays in place and focusable, and takes no second click. */
  pending?: boolean;
}

export function Button({
  variant,
  size,
  pending,
  className,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }) }, className)}
    />
  );
}

export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link
      {...rest}
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }) }, className)}
    />
  );
}
