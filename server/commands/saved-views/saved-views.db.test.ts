import { expect, test } from "vitest";
import { deleteView } from "@/server/commands/saved-views/delete-view";
import { saveView } from "@/server/commands/saved-views/save-view";
import type { Role } from "@/server/domain/people/role";
import { findSavedViews } from "@/server/store/saved-views";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

async function somebody(role: Role) {
  const actor = await createViewer(db, role);
  return { actor, ctx: { db, actor, now: () => someInstant } };
}

const quarter = { page: "dashboards", name: "Quarter", query: "tab=overview", shared: true } as const;

test("each page lists its own views: one's own, and those that others share", async () => {
  const [manager, supervisor] = [await somebody("manager"), await somebody("supervisor")];
  await saveView(manager.ctx, quarter);
  await saveView(manager.ctx, { ...quarter, page: "calls", name: "Lost", query: "outcome=abandoned" });
  await saveView(manager.ctx, { ...quarter, name: "Mine", shared: false });
  const names = async (of: typeof manager, page: "calls" | "dashboards") =>
    (await findSavedViews(db, of.actor.userId, [page])).map(({ name }) => name);
  expect(await names(manager, "dashboards")).toEqual(["Mine", "Quarter"]);
  expect(await names(supervisor, "dashboards")).toEqual(["Quarter"]);
  expect(await names(supervisor, "calls")).toEqual(["Lost"]);
});

test("a page's views are kept by those who may open it", async () => {
  const agent = await somebody("agent");
  expect(await saveView(agent.ctx, { ...quarter, shared: false })).toMatchObject({
    ok: false,
    reason: "missing_permission",
  });
  expect(await saveView(agent.ctx, { ...quarter, page: "calls", shared: false })).toMatchObject({ ok: true });
});

test("what is told of a deleted view is enough to save it again", async () => {
  const manager = await somebody("manager");
  const saved = await saveView(manager.ctx, { ...quarter, name: "Gone" });
  if (!saved.ok) throw new Error(saved.reason);
  const deleted = await deleteView(manager.ctx, saved.value);
  if (!deleted.ok) throw new Error(deleted.reason);
  expect(deleted.value).toEqual({ ...quarter, name: "Gone" });
  expect(await saveView(manager.ctx, deleted.value)).toMatchObject({ ok: true });
});
