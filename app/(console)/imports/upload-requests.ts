import { z } from "zod";
import { ImportId } from "@/server/domain/identifiers";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";
import type { FileEncoding, ImportFormat } from "@/server/domain/importing/format";
import { proofStretches } from "@/server/domain/importing/upload-parts";
import { done, type Outcome, type RefusalReason, refusalReasons, refuse } from "@/server/domain/refusal";

export interface UploadWish {
  readonly file: File;
  readonly format: ImportFormat;
  readonly source: string;
  readonly timeZone: string;
  readonly encoding: FileEncoding;
  readonly mapping: CsvMapping | undefined;
}

export interface Part {
  readonly importId: ImportId;
  readonly from: number;
  readonly bytes: Blob;
  readonly signal: AbortSignal;
  /** Told how much of the part is on its way. */
  readonly onProgress: (bytes: number) => void;
}

const headers = { "content-type": "application/octet-stream", "x-hotline": "console" };

const Refused = z.object({
  refusal: z.object({
    reason: z.custom<RefusalReason>((reason) => typeof reason === "string" && reason in refusalReasons),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
});
const Announced = z.object({ importId: ImportId });
const Received = z.object({ receivedBytes: z.number() });

/** @throws when the answer is neither, as when something between here and the server has answered. */
function read<Value>(answer: unknown, value: z.ZodType<Value>): Outcome<Value> {
  const refused = Refused.safeParse(answer).data;
  return refused ? refuse(refused.refusal.reason, refused.refusal.details) : done(value.parse(answer));
}

/** Tells the server of a file; nothing of it is sent yet. */
export async function announceUpload({ file, mapping, ...fields }: UploadWish) {
  const search = new URLSearchParams({ ...fields, fileName: file.name, fileBytes: String(file.size) });
  if (mapping !== undefined) search.set("mapping", JSON.stringify(mapping));
  const answer = await fetch(`/api/imports?${search}`, { method: "POST", headers });
  return read(await answer.json(), Announced);
}

/** Asks whether a file is the one of which `receivedBytes` have arrived. */
export async function proveSameFile(importId: ImportId, file: File, receivedBytes: number) {
  const claim = { fileName: file.name, fileBytes: String(file.size), receivedBytes: String(receivedBytes) };
  const body = new Blob(proofStretches(receivedBytes).map(({ from, to }) => file.slice(from, to)));
  const search = new URLSearchParams(claim);
  const answer = await fetch(`/api/imports/${importId}/proof?${search}`, { method: "POST", headers, body });
  return read(await answer.json(), Received);
}

/** Sends a part of a file as it is read from the disk; only XMLHttpRequest tells how much has been sent. */
export async function sendPart({ importId, from, bytes, signal, onProgress }: Part) {
  const text = await new Promise<string>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve(request.responseText);
    request.onerror = reject;
    request.onabort = reject;
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("PUT", `/api/imports/${importId}/parts?from=${from}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(bytes);
  });
  return read(JSON.parse(text), Received);
}
