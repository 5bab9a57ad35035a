import { spreadsheetMoment } from "@/app/_components/format/spreadsheet-moment";
import type { Translator } from "@/app/_i18n/translator";
import { type AuditWords, detailLines, lineText } from "@/app/(console)/audit/detail-words";
import {
  type AuditEntry,
  actionWords,
  actorWords,
  subjectName,
  subjectWords,
} from "@/app/(console)/audit/entry-words";

interface Reader {
  readonly t: Translator<"audit">;
  readonly words: AuditWords;
  readonly timeZone: string;
}

/** The headings and the cells of an export. */
export function exportCells({ t, words, timeZone }: Reader) {
  return {
    headings: [
      t("export.inZone", { name: t("columns.at"), timeZone }),
      t("columns.actor"),
      t("columns.action"),
      t("columns.subject"),
      t("export.name"),
      t("columns.detail"),
    ],
    cellsOf: (entry: AuditEntry) => [
      spreadsheetMoment(entry.at, timeZone),
      actorWords(entry, words),
      actionWords(entry, words),
      subjectWords(entry, words),
      subjectName(entry, words) ?? entry.subjectId,
      detailLines(entry, words)
        .map((line) => lineText(line, words))
        .join("\n"),
    ],
  };
}
