import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

/** From a page to the list that it belongs to. */
export function BackLink<Href extends string>({
  href,
  children,
}: {
  href: Route<Href>;
  children: ReactNode;
}) {
  return (
    <Link href={href} className="justify-self-start text-table text-muted hover:text-ink">
      {children}
    </Link>
  );
}
