import type { ReactNode } from "react";
import { QueryProvider } from "@/app/_trpc/query-client";

export default function AuditLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
