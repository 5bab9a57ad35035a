import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { controlLook } from "@/app/_components/ui/control-look";

// Fields that need nothing in the browser: for pages whose scripts are counted.

const fieldLook = "grid content-start gap-1";
const labelLook = "text-caption text-muted";

export function PlainSelect({ label, className, ...rest }: ComponentProps<"select"> & { label: ReactNode }) {
  const id = useId();
  return (
    <span className={clsx(fieldLook, className)}>
      <label htmlFor={id} className={labelLook}>
        {label}
      </label>
      <span className="relative">
        <select {...rest} id={id} className={clsx(controlLook, "h-8 appearance-none pr-7")} />
        <ChevronDown aria-hidden className="pointer-events-none absolute top-2 right-2 size-4 text-muted" />
      </span>
    </span>
  );
}

export function PlainInput({ label, className, ...rest }: ComponentProps<"input"> & { label: ReactNode }) {
  const id = useId();
  return (
    <span className={clsx(fieldLook, className)}>
      <label htmlFor={id} className={labelLook}>
        {label}
      </label>
      <input {...rest} id={id} className={clsx(controlLook, "h-8")} />
    </span>
  );
}
