import { join } from "node:path";
import type { ImportId } from "@/server/domain/identifiers";
import { env } from "@/server/env";

export function uploadsFolder(): string {
  return join(env().HOTLINE_DATA, "uploads");
}

/** Where an uploaded file is kept until it has been imported. */
export function uploadPath(importId: ImportId): string {
  return join(uploadsFolder(), importId);
}
