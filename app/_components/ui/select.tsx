import { Field } from "@base-ui/react/field";
import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlLook } from "@/app/_components/ui/control-look";

/** The browser's own list of choices: known to every keyboard and screen reader, and working without JavaScript. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative inline-flex", className)}>
      <Field.Control
        render={
          <select {...rest} className={clsx(controlLook, "h-8 appearance-none pr-7")}>
            {children}
          </select>
        }
      />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2 right-2 size-4 text-muted" />
    </span>
  );
}
