import { mayDo } from "@/server/domain/people/permissions";
import type { Role } from "@/server/domain/people/role";

/** The page that people of `role` begin their day on. */
export function homePath(role: Role): string {
  return mayDo(role, "workbench:use") ? "/agent" : "/calls";
}
