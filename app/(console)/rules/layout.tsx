import type { ReactNode } from "react";
import { QueryProvider } from "@/app/_trpc/query-client";

export default function RulesLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
