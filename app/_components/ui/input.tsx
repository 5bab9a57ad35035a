import { Input as Base } from "@base-ui/react/input";
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlLook } from "@/app/_components/ui/control-look";

export function Input({
  className,
  ...rest
}: Omit<ComponentProps<typeof Base>, "className"> & { className?: string }) {
  return <Base {...rest} className={clsx(controlLook, "h-8", className)} />;
}
