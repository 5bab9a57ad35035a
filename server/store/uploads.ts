import { and, eq, inArray, lt } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { imports } from "@/drizzle/schema/imports";
import type { ImportId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { refuse } from "@/server/domain/refusal";

export interface UploadedPart {
  readonly from: number;
  readonly receivedBytes: number;
  readonly leaseExpiresAt: Instant;
}

/**
 * Notes that the file has arrived as far as `receivedBytes`, having arrived as far as `from` before. False
 * when the import is not being uploaded, or not from there.
 */
export async function advanceUpload(
  db: Queryable,
  importId: ImportId,
  { from, receivedBytes, leaseExpiresAt }: UploadedPart,
): Promise<boolean> {
  const held = await db
    .update(imports)
    .set({ bytesRead: receivedBytes, leaseExpiresAt })
    .where(and(eq(imports.importId, importId), eq(imports.status, "uploading"), eq(imports.bytesRead, from)))
    .returning({ importId: imports.importId });
  return held.length > 0;
}

/** Lets a worker take the import if the whole file has arrived. */
export async function queueIfWhole(db: Queryable, importId: ImportId): Promise<void> {
  await db
    .update(imports)
    .set({ status: "waiting", bytesRead: 0, leaseExpiresAt: null })
    .where(
      and(
        eq(imports.importId, importId),
        eq(imports.status, "uploading"),
        eq(imports.bytesRead, imports.fileBytes),
      ),
    );
}

const interrupted = {
  status: "refused",
  refusal: { ...refuse("upload_interrupted") },
  leaseExpiresAt: null,
} as const;

/** Closes the imports whose sender has not been heard of since their lease ran out. */
export async function interruptSilentUploads(db: Queryable, now: Instant): Promise<void> {
  await db
    .update(imports)
    .set({ ...interrupted, finishedAt: now })
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
