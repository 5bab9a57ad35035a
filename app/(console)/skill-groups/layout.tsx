import type { ReactNode } from "react";
import { QueryProvider } from "@/app/_trpc/query-client";

export default function SkillGroupsLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
