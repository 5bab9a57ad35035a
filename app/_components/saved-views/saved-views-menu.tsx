"use client";

import type { ComponentProps } from "react";
import { SavedViews } from "@/app/_components/saved-views/saved-views";
import { QueryProvider } from "@/app/_trpc/query-client";

/** The saved views, open, on a page that asks the API for nothing else. */
export function SavedViewsMenu(props: Omit<ComponentProps<typeof SavedViews>, "initiallyOpen">) {
  return (
    <QueryProvider>
      <SavedViews {...props} initiallyOpen />
    </QueryProvider>
  );
}
