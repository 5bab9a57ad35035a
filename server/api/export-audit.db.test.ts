import { expect, test } from "vitest";
import { exportAudit } from "@/server/api/export-audit";
import type { Role } from "@/server/domain/people/role";
import { addAuditEntry, findAuditEntries } from "@/server/store/audit";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

async function exported(role: Role) {
  const viewer = await createViewer(db, role);
  await addAuditEntry(db, {
    at: someInstant,
    actorId: viewer.userId,
    action: "savedView.saved",
    subject: "savedView",
    subjectId: "1",
    details: { name: "=HYPERLINK(1)" },
  });
  const outcome = await exportAudit(
    { db, viewer, now: () => someInstant + 1 },
    {
      filter: { actorId: viewer.userId },
      headings: ["What", "Details"],
      cellsOf: ({ action, details }) => [action, String(details["name"] ?? "")],
    },
  );
  return { viewer, outcome, text: outcome.ok ? await new Response(outcome.value).text() : "" };
}

test("a file holds what the filters find, newest first, with every formula taken apart", async () => {
  const { text } = await exported("supervisor");
  expect(text.split("\r\n")).toEqual([
    "What,Details",
    "audit.exported,",
    "savedView.saved,'=HYPERLINK(1)",
    "",
  ]);
});

test("who exports the audit trail is noted in it, with the filters", async () => {
  const { viewer } = await exported("admin");
  const [newest] = await findAuditEntries(db, { filter: { actorId: viewer.userId }, limit: 1 });
  expect(newest).toMatchObject({
    action: "audit.exported",
    subjectId: viewer.userId,
    details: { filter: { actorId: viewer.userId } },
  });
});

test.each<Role>(["agent", "manager"])(
  "a person who is %s exports nothing, and no note says they did",
  async (role) => {
    const { viewer, outcome } = await exported(role);
    expect(outcome).toMatchObject({ ok: false, reason: "missing_permission" });
    expect(await findAuditEntries(db, { filter: { actorId: viewer.userId }, limit: 9 })).toHaveLength(1);
  },
);
