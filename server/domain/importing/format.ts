import { z } from "zod";

/** The kinds of record file that can be read. */
export const ImportFormat = z.enum(["asterisk-queue-log", "anonymous-bank-1999", "csv"]);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** How a file's bytes spell text. */
export const FileEncoding = z.enum(["utf-8", "gb18030", "utf-16le"]);
export type FileEncoding = z.infer<typeof FileEncoding>;

interface FormatDefaults {
  /** The sender's name where none is given: part of what makes a record a duplicate. */
  readonly provider: string;
  /** The zone of local times in the file; null where the file's times need none, or anyone's guess. */
  readonly timeZone: string | null;
}

export const formatDefaults: Record<ImportFormat, FormatDefaults> = {
  "asterisk-queue-log": { provider: "asterisk", timeZone: null },
  "anonymous-bank-1999": { provider: "anonymous-bank", timeZone: "Asia/Jerusalem" },
  csv: { provider: "csv", timeZone: null },
};
