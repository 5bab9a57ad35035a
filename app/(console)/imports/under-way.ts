import type { ImportStatus } from "@/server/domain/importing/import-status";

/** Whether an import's figures may still change. */
export function isUnderWay({ status }: { readonly status: ImportStatus }): boolean {
  return status === "uploading" || status === "waiting" || status === "running";
}
