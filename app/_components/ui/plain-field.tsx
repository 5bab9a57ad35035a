import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { controlLook } from "@/app/_components/ui/control-look";

// Fields that need nothing in the browser: for pages whose scripts are counted.

export function PlainSelect({ label, className, ...rest }: ComponentProps<"select"> & { label: ReactNode }) {
  const id = useId();
  return (
    <Labelled id={id} label={label} className={className}>
      <span className="relative">
        <select {...rest} id={id} className={clsx(controlLook, "h-8 appearance-none pr-7")} />
        <ChevronDown aria-hidden className="pointer-events-none absolute top-2 right-2 size-4 text-muted" />
      </span>
    </Labelled>
  );
}

export function PlainInput({ label, className, ...rest }: ComponentProps<"input"> & { label: ReactNode }) {
  const id = useId();
  return (
    <Labelled id={id} label={label} className={className}>
      <input {...rest} id={id} className={clsx(controlLook, "h-8")} />
    </Labelled>
  );
}

interface LabelledProps {
  id: string;
  label: ReactNode;
  className: string | undefined;
  children: ReactNode;
}

function Labelled({ id, label, className, children }: LabelledProps) {
  return (
    <span className={clsx("grid content-start gap-1", className)}>
      <label htmlFor={id} className="text-caption text-muted">
        {label}
      </label>
      {children}
    </span>
  );
}
