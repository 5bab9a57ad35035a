import type { FileEncoding } from "@/server/domain/importing/format";
import { readPieces } from "@/server/importing/read-bytes";
import type { Row } from "@/server/importing/record-format";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Rows that were read together, and how far into the file that was. */
export interface Portion {
  readonly rows: readonly Row[];
  readonly bytesRead: number;
}

/** The lines of a file as rows whose fields are parted by `separator`. Empty lines are passed over. */
export async function* readLines(
  path: string,
  encoding: FileEncoding,
  separator: string,
): AsyncGenerator<Portion> {
  let lineNumber = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const { bytes, bytesRead } of readPieces(path, encoding)) {
    const block = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const rows: Row[] = [];
    let from = 0;
    for (let to = block.indexOf(LINE_FEED); to !== -1; to = block.indexOf(LINE_FEED, from)) {
      lineNumber += 1;
      const text = lineText(block, from, to);
      if (text !== "") rows.push({ lineNumber, text, fields: text.split(separator) });
      from = to + 1;
    }
    rest = block.subarray(from);
    yield { rows, bytesRead };
  }
}

// Each line becomes a string of its own: a slice of a larger one would keep that alive with it.
function lineText(block: Buffer, from: number, to: number): string {
  const end = to > from && block[to - 1] === CARRIAGE_RETURN ? to - 1 : to;
  return block.toString("utf8", from, end);
}
