import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "@/drizzle/database";
import { ImportId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { uploadsFolder } from "@/server/importing/upload-path";
import { findImportsInNeedOfFile, interruptSilentUploads } from "@/server/store/uploads";

/** Closes uploads whose sender has gone, and removes the files that no import needs any more. */
export async function sweepUploads(db: Database, now: Instant): Promise<void> {
  await interruptSilentUploads(db, now);
  const names = await readdir(uploadsFolder()).catch(() => []);
  const importIds = names.flatMap((name) => ImportId.safeParse(name).data ?? []);
  const needed = await findImportsInNeedOfFile(db, importIds);
  for (const importId of importIds) {
    if (!needed.has(importId)) await rm(join(uploadsFolder(), importId), { force: true });
  }
}
