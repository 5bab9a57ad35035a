import { expect, test } from "vitest";
import { mayDo, permissions } from "@/server/domain/people/permissions";
import { Role } from "@/server/domain/people/role";

test("who may do what, in words", () => {
  const table = permissions.map((permission) => {
    const allowed = [...Role.options, "system" as const].filter((capacity) => mayDo(capacity, permission));
    return `${permission.padEnd(18)} ${allowed.join(", ")}`;
  });
  expect(table.join("\n")).toMatchInlineSnapshot(`
    "calls:read         agent, supervisor, manager, admin
    calls:readAll      supervisor, manager, admin
    calls:readEvents   supervisor, admin
    calls:delete       agent, supervisor, admin
    calls:seeDeleted   supervisor, manager, admin
    calls:restore      supervisor, admin
    calls:export       supervisor, manager, admin
    numbers:reveal     supervisor, admin
    notes:write        agent, supervisor, manager, admin
    notes:pin          agent, supervisor, admin
    notes:deleteAny    supervisor, admin
    dashboards:read    supervisor, manager, admin
    dashboards:readOwn agent
    views:save         agent, supervisor, manager, admin
    views:share        supervisor, manager, admin
    imports:read       supervisor, manager, admin
    imports:run        supervisor, admin
    people:read        supervisor, manager, admin
    people:manage      admin, system
    skillGroups:read   supervisor, manager, admin
    skillGroups:manage supervisor, admin
    rules:read         supervisor, manager, admin
    rules:edit         supervisor, admin
    rules:publish      supervisor, admin
    workbench:use      agent
    audit:read         supervisor, admin
    audit:export       supervisor, admin
    profile:edit       agent, supervisor, manager, admin
    telephony:record   system"
  `);
});
