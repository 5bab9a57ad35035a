import type { CsvMapping } from "@/server/domain/importing/csv-mapping";
import type { FileEncoding, ImportFormat } from "@/server/domain/importing/format";
import type { ImportOptions } from "@/server/domain/importing/import-options";
import { type Outcome, type Refusal, refuse } from "@/server/domain/refusal";
import type { CheckedFile } from "@/server/importing/check-file";
import { bankHeader, translateBank } from "@/server/importing/formats/anonymous-bank-1999";
import { isQueueLogLine, translateQueueLog } from "@/server/importing/formats/asterisk-queue-log";
import { translateCsv } from "@/server/importing/formats/csv";
import { checkRecords, type RecordsCheck, readCsv } from "@/server/importing/read-csv";
import { type Portion, readLines } from "@/server/importing/read-rows";
import type { Row, TranslationContext, Translator } from "@/server/importing/record-format";

/** How files of one format are read: the only thing the rest of the import knows of it. */
export interface FormatReader {
  /** Every line ends in a line break, the last one too. */
  readonly endsInLineBreak: boolean;
  /** The rows after the first `headerRows` are records. */
  readonly headerRows: 0 | 1;
  readRows(path: string, encoding: FileEncoding): AsyncGenerator<Portion>;
  /** Judges what was found out by reading the file whole: null when its rows can be told apart. */
  refuseText(checked: CheckedFile): Refusal | null;
  /** Judges the rows once they are told apart, where a row is not simply a line. */
  checkRecords?(file: RecordsCheck): Promise<Outcome<null>>;
  /** Judges the first rows of a file: null when it is of the format. */
  refuse(head: readonly Row[]): Refusal | null;
  translate(context: TranslationContext, head: readonly Row[]): Translator;
}

/** Rows looked at to tell whether a file is of the format that was named. */
export const HEAD_ROWS = 50;

const bank: FormatReader = {
  endsInLineBreak: true,
  headerRows: 1,
  readRows: (path, encoding) => readLines(path, encoding, "\t"),
  refuseText: () => null,
  refuse: ([first]) => (first?.text === bankHeader ? null : notOf("anonymous-bank-1999", first)),
  translate: translateBank,
};

const queueLog: FormatReader = {
  endsInLineBreak: true,
  headerRows: 0,
  readRows: (path, encoding) => readLines(path, encoding, "|"),
  refuseText: () => null,
  refuse: (rows) => {
    const strangers = rows.filter(({ fields }) => !isQueueLogLine(fields));
    return strangers.length * 2 < rows.length ? null : notOf("asterisk-queue-log", strangers[0] ?? rows[0]);
  },
  translate: translateQueueLog,
};

function notOf(format: ImportFormat, row: Row | undefined): Refusal {
  return refuse("file_not_of_format", { format, line: row?.lineNumber ?? 1 });
}

function csvReader(mapping: CsvMapping): FormatReader {
  return {
    endsInLineBreak: false,
    headerRows: 1,
    readRows: readCsv,
    checkRecords,
    refuseText: ({ quotes, lines }) => (quotes % 2 === 1 ? refuse("file_quote_open", { line: lines }) : null),
    refuse: ([header]) => refuseHeader(mapping, header?.fields ?? []),
    translate: (context, [header]) => translateCsv(mapping, header?.fields ?? [])(context),
  };
}

function refuseHeader({ columns }: CsvMapping, header: readonly string[]): Refusal | null {
  const missing = Object.values(columns).find((column) => !header.includes(column));
  return missing === undefined ? null : refuse("mapping_column_missing", { column: missing });
}

/** The reader of a format; null for CSV without a column mapping. */
export function formatReader(format: ImportFormat, { mapping }: ImportOptions): FormatReader | null {
  switch (format) {
    case "anonymous-bank-1999":
      return bank;
    case "asterisk-queue-log":
      return queueLog;
    case "csv":
      return mapping === undefined ? null : csvReader(mapping);
  }
}
