import { Field as Base } from "@base-ui/react/field";
import { clsx } from "clsx";
import type { ReactNode } from "react";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; its presence marks the control invalid. */
  error?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** Ties a label, a hint and an error to the control inside it. */
export function Field({ label, hint, error, children, className }: FieldProps) {
  const invalid = Boolean(error);
  return (
    <Base.Root invalid={invalid} className={clsx("grid content-start gap-1", className)}>
      <Base.Label className="text-table font-medium text-ink">{label}</Base.Label>
      {children}
      {hint ? <Base.Description className="text-caption text-muted">{hint}</Base.Description> : null}
      <Base.Error match={invalid} className="text-caption text-danger">
        {error}
      </Base.Error>
    </Base.Root>
  );
}
