import { Field } from "@base-ui/react/field";
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlLook } from "@/app/_components/ui/control-look";

/** Grows with what is typed, from three lines on. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <Field.Control
      render={
        <textarea
          rows={3}
          {...rest}
          className={clsx(controlLook, "field-sizing-content max-h-96 resize-y py-1.5", className)}
        />
      }
    />
  );
}
