import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { FileEncoding } from "@/server/domain/importing/format";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { readPieces } from "@/server/importing/read-bytes";

const LINE_FEED = 10;
const QUOTE = 34;
const LINE_BYTES_MAX = 1024 * 1024;

export interface FileCheck {
  readonly path: string;
  readonly encoding: FileEncoding;
  /** Every line of the format ends in a line break: a last line without one was cut off. */
  readonly endsInLineBreak: boolean;
  /** Called with the bytes read so far, from time to time. */
  readonly onProgress: (bytesRead: number) => Promise<void>;
}

/** What the formats want to know of a file that is text to its end. */
export interface CheckedFile {
  readonly quotes: number;
  readonly lines: number;
  readonly endsInLineBreak: boolean;
}

/**
 * Reads the file once, whole, without keeping anything of it, before the first row is written. So a
 * file that turns out to be damaged at its end is refused with nothing half-written, and no second
 * copy of it is needed anywhere.
 */
export async function checkFile(check: FileCheck): Promise<Outcome<CheckedFile>> {
  const { size } = await stat(check.path);
  if (size === 0) return refuse("file_empty");
  if (check.encoding === "utf-8" && (await startsLikeUtf16(check.path))) return refuse("file_is_utf16");
  const scan = new Scan(check.encoding === "utf-8");
  try {
    for await (const { bytes, bytesRead } of readPieces(check.path, check.encoding)) {
      const fault = scan.read(bytes);
      if (fault !== undefined) return refuse(fault, { line: scan.line });
      await check.onProgress(bytesRead);
    }
  } catch (error) {
    if (error instanceof TypeError)
      return refuse("file_not_in_encoding", { line: scan.line, encoding: check.encoding });
    throw error;
  }
  if (!scan.isWholeText()) return refuse("file_not_utf8", { line: scan.line });
  if (check.endsInLineBreak && !scan.endsInLineBreak) return refuse("file_cut_off", { line: scan.line });
  return done({ quotes: scan.quotes, lines: scan.line, endsInLineBreak: scan.endsInLineBreak });
}

type Fault = "file_has_nul" | "file_line_too_long" | "file_not_utf8";

/** What can be said of bytes one piece at a time. */
class Scan {
  /** The line that is being read. */
  line = 1;
  quotes = 0;
  endsInLineBreak = false;
  readonly #mustBeUtf8: boolean;
  #lineBytes = 0;
  /** The beginning of a character whose end is in the next piece. */
  #pending: Buffer = Buffer.alloc(0);

  constructor(mustBeUtf8: boolean) {
    this.#mustBeUtf8 = mustBeUtf8;
  }

  read(bytes: Buffer): Fault | undefined {
    const fault = this.#faultIn(bytes);
    if (fault !== undefined) return fault;
    for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) this.quotes += 1;
    this.#countLines(bytes, bytes.length);
    this.endsInLineBreak = bytes.at(-1) === LINE_FEED;
    return this.#lineBytes > LINE_BYTES_MAX ? "file_line_too_long" : undefined;
  }

  /** Whether the last character is there to its end. */
  isWholeText(): boolean {
    return this.#pending.length === 0;
  }

  #faultIn(bytes: Buffer): Fault | undefined {
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
      this.#countLines(bytes, nul);
      return "file_has_nul";
    }
    if (!this.#mustBeUtf8) return undefined;
    const text = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    const end = lastCharacterStart(text);
    if (!isUtf8(text.subarray(0, end))) {
      this.#countLines(bytes, badLineStart(bytes));
      return "file_not_utf8";
    }
    this.#pending = text.subarray(end);
    return undefined;
  }

  #countLines(bytes: Buffer, until: number): void {
    let from = 0;
    for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < until; at = bytes.indexOf(LINE_FEED, from)) {
      this.line += 1;
      this.#lineBytes = 0;
      from = at + 1;
    }
    this.#lineBytes += until - from;
  }
}

/** Where the last character begins if it is not complete, else the end. */
function lastCharacterStart(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back += 1) {
    const byte = text[text.length - back] ?? 0;
    if (byte < 0x80) return text.length;
    if (byte >= 0xc0) return bytesOfCharacter(byte) > back ? text.length - back : text.length;
  }
  return text.length;
}

function bytesOfCharacter(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** The beginning of the first line that is not UTF-8. */
function badLineStart(bytes: Buffer): number {
  let from = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, from)) {
    if (!isUtf8(bytes.subarray(from, at)) && from > 0) return from;
    from = at + 1;
  }
  return from;
}

async function startsLikeUtf16(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 })) {
    const mark = Buffer.from(chunk).toString("hex");
    return mark === "fffe" || mark === "feff";
  }
  return false;
}
