import {
  AtSign,
  Boxes,
  ChartColumn,
  FileDown,
  type LucideIcon,
  PhoneCall,
  ScrollText,
  Split,
  Users,
} from "lucide-react";
import type { Route } from "next";
import type { Permission } from "@/server/domain/people/permissions";

interface Page {
  /** Its name in the messages under `shell.pages`. */
  readonly name:
    | "calls"
    | "dashboards"
    | "mentions"
    | "rules"
    | "skillGroups"
    | "imports"
    | "people"
    | "audit";
  readonly href: Route;
  readonly icon: LucideIcon;
  readonly needs: Permission;
}

/** Every page of the console, in the order of the rail. A page stands here once it works. */
export const pages: readonly Page[] = [
  { name: "calls", href: "/calls", icon: PhoneCall, needs: "calls:read" },
  { name: "dashboards", href: "/dashboards", icon: ChartColumn, needs: "dashboards:read" },
  { name: "mentions", href: "/mentions", icon: AtSign, needs: "calls:read" },
  { name: "rules", href: "/rules", icon: Split, needs: "rules:read" },
  { name: "skillGroups", href: "/skill-groups", icon: Boxes, needs: "skillGroups:read" },
  { name: "imports", href: "/imports", icon: FileDown, needs: "imports:read" },
  { name: "people", href: "/people", icon: Users, needs: "people:read" },
  { name: "audit", href: "/audit", icon: ScrollText, needs: "audit:read" },
];
