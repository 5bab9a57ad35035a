import { useSyncExternalStore } from "react";
import { sendFile } from "@/app/(console)/imports/send-file";
import type { ImportId } from "@/server/domain/identifiers";
import type { Refusal } from "@/server/domain/refusal";

interface RunningUpload {
  readonly file: File;
  readonly sentBytes: number;
  /** Why it stands still: the server refused it, or cannot be reached. */
  readonly halt: Refusal | "connection" | null;
  readonly stopper: AbortController;
}

// Outside every component: a file goes on being sent while its sender walks from page to page.
const uploads = new Map<ImportId, RunningUpload>();
const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function put(importId: ImportId, upload: RunningUpload | null) {
  if (upload === null) uploads.delete(importId);
  else uploads.set(importId, upload);
  for (const tell of listeners) tell();
}

/** The upload that this browser tab is sending for an import, if any. */
export function useRunningUpload(importId: ImportId): RunningUpload | undefined {
  return useSyncExternalStore(
    listen,
    () => uploads.get(importId),
    () => undefined,
  );
}

/** Sends a file from `receivedBytes` on, whatever pages are opened meanwhile. */
export async function startUpload(importId: ImportId, file: File, receivedBytes: number): Promise<void> {
  stopUpload(importId);
  const stopper = new AbortController();
  const { signal } = stopper;
  let sentBytes = receivedBytes;
  const show = (halt: RunningUpload["halt"]) => put(importId, { file, sentBytes, halt, stopper });
  const onProgress = (bytes: number) => {
    sentBytes = bytes;
    if (!signal.aborted) show(null);
  };
  try {
    const refusal = await sendFile({ importId, file, signal, onProgress }, receivedBytes);
    // That it is over, the import itself says.
    if (refusal === null || refusal.reason === "import_over") put(importId, null);
    else show(refusal);
  } catch {
    if (!signal.aborted) show("connection");
  }
}

export function stopUpload(importId: ImportId) {
  uploads.get(importId)?.stopper.abort();
  put(importId, null);
}
