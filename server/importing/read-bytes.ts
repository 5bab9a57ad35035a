import { createReadStream } from "node:fs";
import type { FileEncoding } from "@/server/domain/importing/format";

const CHUNK_BYTES = 256 * 1024;
const BYTE_ORDER_MARK = "\uFEFF";

export interface Piece {
  /** UTF-8, whatever the file's own encoding; no byte order mark. */
  readonly bytes: Buffer;
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
}

/**
 * How the file is to be read: its own byte order mark says more than whoever named an encoding. So refused
 * rows, which are handed out as UTF-8, can be imported again under the settings of the file they are from.
 */
export async function encodingOf(path: string, named: FileEncoding): Promise<FileEncoding> {
  for await (const chunk of createReadStream(path, { end: 2 })) {
    return bufferOf(chunk).equals(Buffer.from(BYTE_ORDER_MARK)) ? "utf-8" : named;
  }
  return named;
}

/** The file as UTF-8, piece by piece. @throws TypeError where the bytes are not of `encoding`. */
export async function* readPieces(path: string, encoding: FileEncoding): AsyncGenerator<Piece> {
  const decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding, { fatal: true });
  let bytesRead = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const raw = bufferOf(chunk);
    const isFirst = bytesRead === 0;
    bytesRead += raw.length;
    const bytes = decoder === undefined ? raw : Buffer.from(decoder.decode(raw, { stream: true }));
    yield { bytes: isFirst ? withoutMark(bytes) : bytes, bytesRead };
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield { bytes: Buffer.from(rest), bytesRead };
}

function bufferOf(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  throw new TypeError("a file is read as bytes");
}

function withoutMark(bytes: Buffer): Buffer {
  const mark = Buffer.from(BYTE_ORDER_MARK);
  return bytes.subarray(0, mark.length).equals(mark) ? bytes.subarray(mark.length) : bytes;
}
