import type { FileEncoding, ImportFormat } from "@/server/domain/importing/format";
import { type Refusal, refuse } from "@/server/domain/refusal";
import { bankHeader, translateBank } from "@/server/importing/formats/anonymous-bank-1999";
import { isQueueLogLine, translateQueueLog } from "@/server/importing/formats/asterisk-queue-log";
import { type Portion, readLines } from "@/server/importing/read-rows";
import type { Row, TranslationContext, Translator } from "@/server/importing/record-format";

/** How files of one format are read: the only thing the rest of the import knows of it. */
export interface FormatReader {
  /** Every line ends in a line break, the last one too. */
  readonly endsInLineBreak: boolean;
  /** The rows after the first `headerRows` are records. */
  readonly headerRows: 0 | 1;
  readRows(path: string, encoding: FileEncoding): AsyncGenerator<Portion>;
  /** Judges the first rows of a file: null when they are of the format. */
  refuseHead(rows: readonly Row[]): Refusal | null;
  translate(context: TranslationContext): Translator;
}

/** Rows looked at to tell whether a file is of the format that was named. */
export const HEAD_ROWS = 50;

const bank: FormatReader = {
  endsInLineBreak: true,
  headerRows: 1,
  readRows: (path, encoding) => readLines(path, encoding, "\t"),
  refuseHead: ([first]) => (first?.text === bankHeader ? null : notOf("anonymous-bank-1999", first)),
  translate: translateBank,
};

const queueLog: FormatReader = {
  endsInLineBreak: true,
  headerRows: 0,
  readRows: (path, encoding) => readLines(path, encoding, "|"),
  refuseHead: (rows) => {
    const strangers = rows.filter(({ fields }) => !isQueueLogLine(fields));
    return strangers.length * 2 < rows.length ? null : notOf("asterisk-queue-log", strangers[0] ?? rows[0]);
  },
  translate: translateQueueLog,
};

function notOf(format: ImportFormat, row: Row | undefined): Refusal {
  return refuse("file_not_of_format", { format, line: row?.lineNumber ?? 1 });
}

export function formatReader(format: ImportFormat): FormatReader {
  switch (format) {
    case "anonymous-bank-1999":
      return bank;
    case "asterisk-queue-log":
      return queueLog;
    case "csv":
      throw new Error("csv");
  }
}
