import { and, eq, inArray, lt } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { imports } from "@/drizzle/schema/imports";
import type { ImportId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { type RefusalReason, refuse } from "@/server/domain/refusal";

function isUploading(importId: ImportId) {
  return and(eq(imports.importId, importId), eq(imports.status, "uploading"));
}

/** Notes how much has arrived. False when the import is no longer being uploaded: somebody cancelled it. */
export async function advanceUpload(
  db: Queryable,
  importId: ImportId,
  progress: { readonly bytesRead: number; readonly leaseExpiresAt: Instant },
): Promise<boolean> {
  const held = await db
    .update(imports)
    .set(progress)
    .where(isUploading(importId))
    .returning({ importId: imports.importId });
  return held.length > 0;
}

/** The whole file has arrived and waits for a worker. False when it is no longer being uploaded. */
export async function markUploaded(db: Queryable, importId: ImportId): Promise<boolean> {
  const waiting = await db
    .update(imports)
    .set({ status: "waiting", bytesRead: 0, leaseExpiresAt: null })
    .where(isUploading(importId))
    .returning({ importId: imports.importId });
  return waiting.length > 0;
}

function refusedFor(reason: RefusalReason) {
  return { status: "refused", refusal: { ...refuse(reason) }, leaseExpiresAt: null } as const;
}

interface UploadEnd {
  readonly reason: RefusalReason;
  readonly at: Instant;
}

/** Closes an import whose file did not arrive whole. False when it is no longer being uploaded. */
export async function closeUpload(
  db: Queryable,
  importId: ImportId,
  { reason, at }: UploadEnd,
): Promise<boolean> {
  const closed = await db
    .update(imports)
    .set({ ...refusedFor(reason), finishedAt: at })
    .where(isUploading(importId))
    .returning({ importId: imports.importId });
  return closed.length > 0;
}

/** Closes the imports whose sender has not been heard of since their lease ran out. */
export async function interruptSilentUploads(db: Queryable, now: Instant): Promise<void> {
  await db
    .update(imports)
    .set({ ...refusedFor("upload_interrupted"), finishedAt: now })
    .where(and(eq(imports.status, "uploading"), lt(imports.leaseExpiresAt, now)));
}

/** Those of `importIds` that still need their file. */
export async function findImportsInNeedOfFile(
  db: Queryable,
  importIds: readonly ImportId[],
): Promise<ReadonlySet<ImportId>> {
  const found = await db
    .select({ importId: imports.importId })
    .from(imports)
    .where(
      and(
        inArray(imports.importId, [...importIds]),
        inArray(imports.status, ["uploading", "waiting", "running"]),
      ),
    );
  return new Set(found.map(({ importId }) => importId));
}
