import { clsx } from "clsx";

/** Holds the place of what is loading; give it the size of what will stand there. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={clsx("block rounded-sm bg-hover", className)} />;
}
