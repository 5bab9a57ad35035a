"use client";

import { type ReactElement, useEffect, useState } from "react";
import type { FailureProps } from "@/app/_components/failure";

/**
 * In place of a root layout that could not be rendered, for which an unreachable database is enough. It is
 * part of every page, so its own parts are fetched only when they are needed.
 */
export default function GlobalError({ error }: Pick<FailureProps, "error">) {
  const [page, setPage] = useState<ReactElement | null>(null);
  useEffect(() => {
    void import("@/app/_components/failure-page").then(async ({ failurePage }) =>
      setPage(await failurePage(error)),
    );
  }, [error]);
  return (
    page ?? (
      <html lang="en">
        <body />
      </html>
    )
  );
}
