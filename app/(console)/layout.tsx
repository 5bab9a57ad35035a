import type { ReactNode } from "react";
import { Document } from "@/app/_components/document";

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}
