import { sendPart } from "@/app/(console)/imports/upload-requests";
import type { ImportId } from "@/server/domain/identifiers";
import { uploadPartBytes } from "@/server/domain/importing/upload-parts";
import type { Refusal } from "@/server/domain/refusal";

/** How long to wait before each further try of a part that did not arrive. */
const RETRY_AFTER_MS = [1000, 3000, 9000];

interface Sending {
  readonly importId: ImportId;
  readonly file: File;
  readonly signal: AbortSignal;
  /** Told how much of the file has arrived or is on its way. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Sends a file part by part from `receivedBytes` on, wherever the server then says it is. Answers with why
 * the server wants no more of it, or null when all of it has arrived.
 * @throws when the connection stays away, or the signal is given.
 */
export async function sendFile(sending: Sending, receivedBytes: number): Promise<Refusal | null> {
  let received = receivedBytes;
  do {
    const answer = await sendWithRetries(sending, received);
    if (answer.ok) received = answer.value.receivedBytes;
    else if (answer.reason !== "upload_out_of_step") return answer;
    else received = Number(answer.details["receivedBytes"]);
  } while (received < sending.file.size);
  return null;
}

async function sendWithRetries({ importId, file, signal, onProgress }: Sending, from: number) {
  for (let tries = 0; ; tries += 1) {
    try {
      onProgress(from);
      const bytes = file.slice(from, from + uploadPartBytes);
      return await sendPart({
        ...{ importId, from, bytes, signal },
        onProgress: (sent) => onProgress(from + sent),
      });
    } catch (error) {
      const wait = RETRY_AFTER_MS[tries];
      if (wait === undefined || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      signal.throwIfAborted();
    }
  }
}
