import { readBody } from "@/server/api/read-body";

/** The request with its body read; null where that is longer than it may be, whatever its headers say. */
export async function withLimitedBody(request: Request, bytesMax: number): Promise<Request | null> {
  if (request.body === null) return request;
  const parts: BlobPart[] = [];
  let bytes = 0;
  for await (const part of readBody(request.body)) {
    bytes += part.byteLength;
    if (bytes > bytesMax) return null;
    parts.push(new Uint8Array(part));
  }
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: new Blob(parts) });
}
