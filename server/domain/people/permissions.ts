import type { Role } from "@/server/domain/people/role";

/**
 * Everything that somebody can be allowed to do, as `noun:verb`. The server's procedures name the
 * permission they need; screens ask the same table what to show.
 */
export const permissions = [
  "calls:read",
  "calls:readAll",
  "calls:readEvents",
  "calls:delete",
  "calls:seeDeleted",
  "calls:restore",
  "calls:export",
  "numbers:reveal",
  "notes:write",
  "notes:pin",
  "notes:deleteAny",
  "dashboards:read",
  "dashboards:readOwn",
  "views:save",
  "views:share",
  "imports:read",
  "imports:run",
  "people:read",
  "people:manage",
  "skillGroups:read",
  "skillGroups:manage",
  "rules:read",
  "rules:edit",
  "rules:publish",
  "workbench:use",
  "audit:read",
  "audit:export",
  "profile:edit",
  "telephony:record",
] as const;

export type Permission = (typeof permissions)[number];

const agent = [
  "calls:read",
  "calls:delete",
  "notes:write",
  "notes:pin",
  "dashboards:readOwn",
  "views:save",
  "workbench:use",
  "profile:edit",
] as const satisfies readonly Permission[];

const manager = [
  "calls:read",
  "calls:readAll",
  "calls:seeDeleted",
  "calls:export",
  "notes:write",
  "dashboards:read",
  "views:save",
  "views:share",
  "imports:read",
  "people:read",
  "skillGroups:read",
  "rules:read",
  "profile:edit",
] as const satisfies readonly Permission[];

const supervisor = [
  ...manager,
  "calls:readEvents",
  "calls:delete",
  "calls:restore",
  "numbers:reveal",
  "notes:pin",
  "notes:deleteAny",
  "imports:run",
  "skillGroups:manage",
  "rules:edit",
  "rules:publish",
  "audit:read",
  "audit:export",
] as const satisfies readonly Permission[];

/** In what capacity something is done: in a person's role, or by the hotline itself, in nobody's name. */
export type Capacity = Role | "system";

const capacityPermissions: Record<Capacity, ReadonlySet<Permission>> = {
  agent: new Set(agent),
  manager: new Set(manager),
  supervisor: new Set(supervisor),
  admin: new Set([...supervisor, "people:manage"]),
  // What telephones tell, no person may: a call's events are what happened.
  system: new Set(["people:manage", "telephony:record"]),
};

/** Whether who acts in this capacity may do what `permission` names. */
export function mayDo(capacity: Capacity, permission: Permission): boolean {
  return capacityPermissions[capacity].has(permission);
}
