import type { ComponentProps } from "react";
import { ButtonLink } from "@/app/_components/ui/button";

interface PageLink {
  readonly name: string;
  /** Null where there is no such page. */
  readonly href: ComponentProps<typeof ButtonLink>["href"] | null;
}

/** The ways to the first and to the next page of a list that is read from a place on. */
export function ListPages({ label, first, next }: { label: string; first: PageLink; next: PageLink }) {
  if (first.href === null && next.href === null) return null;
  return (
    <nav aria-label={label} className="flex justify-end gap-2">
      {first.href === null ? null : <ButtonLink href={first.href}>{first.name}</ButtonLink>}
      {next.href === null ? null : <ButtonLink href={next.href}>{next.name}</ButtonLink>}
    </nav>
  );
}
