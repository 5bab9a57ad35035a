import { and, asc, count, eq, inArray, or } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { savedViews } from "@/drizzle/schema/saved-views";
import { users } from "@/drizzle/schema/users";
import type { SavedViewId, UserId } from "@/server/domain/identifiers";
import type { SavedViewPage } from "@/server/domain/saved-views/saved-view";

type SavedView = typeof savedViews.$inferSelect;

/** A person's own views of some pages and those that others share, by name. */
export function findSavedViews(db: Queryable, viewerId: UserId, pages: readonly SavedViewPage[]) {
  return db
    .select({
      savedViewId: savedViews.savedViewId,
      page: savedViews.page,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      ownerId: savedViews.ownerId,
      ownerName: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.userId, savedViews.ownerId))
    .where(
      and(
        inArray(savedViews.page, [...pages]),
        or(eq(savedViews.ownerId, viewerId), eq(savedViews.shared, true)),
      ),
    )
    .orderBy(asc(savedViews.name), asc(savedViews.savedViewId));
}

export async function getSavedView(db: Queryable, savedViewId: SavedViewId): Promise<SavedView | undefined> {
  const [view] = await db
    .select()
    .from(savedViews)
    .where(eq(savedViews.savedViewId, savedViewId))
    .for("update");
  return view;
}

export async function countSavedViews(db: Queryable, ownerId: UserId): Promise<number> {
  const [row] = await db.select({ count: count() }).from(savedViews).where(eq(savedViews.ownerId, ownerId));
  return row?.count ?? 0;
}

/** The owner's view of that name, if there is one. */
export async function findSavedViewByName(
  db: Queryable,
  ownerId: UserId,
  name: string,
): Promise<SavedView | undefined> {
  const [view] = await db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.ownerId, ownerId), eq(savedViews.name, name)));
  return view;
}

export async function addSavedView(db: Queryable, view: SavedView): Promise<void> {
  await db.insert(savedViews).values(view);
}

export async function updateSavedView(
  db: Queryable,
  { savedViewId, ...changes }: Pick<SavedView, "savedViewId" | "updatedAt"> & Partial<SavedView>,
): Promise<void> {
  await db.update(savedViews).set(changes).where(eq(savedViews.savedViewId, savedViewId));
}

export async function removeSavedView(db: Queryable, savedViewId: SavedViewId): Promise<void> {
  await db.delete(savedViews).where(eq(savedViews.savedViewId, savedViewId));
}
