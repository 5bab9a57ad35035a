"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { TableFrame } from "@/app/_components/ui/table-frame";
import type { Preview } from "@/app/(console)/imports/new/read-preview";
import { SaveMapping } from "@/app/(console)/imports/new/save-mapping";
import { SavedMappings } from "@/app/(console)/imports/new/saved-mappings";
import { WordList } from "@/app/(console)/imports/new/word-list";
import {
  CsvDirection,
  type CsvField,
  CsvMapping,
  CsvOutcome,
  CsvTimeFormat,
  csvFields,
} from "@/server/domain/importing/csv-mapping";
import { readDirection, readOutcome, wordsIn } from "@/server/domain/importing/csv-words";

const ROWS_SHOWN = 5;

/** A mapping that may still lack what it needs. */
export type DraftMapping = Omit<CsvMapping, "columns"> & { columns: Partial<CsvMapping["columns"]> };

interface MappingEditorProps {
  preview: Preview;
  draft: DraftMapping;
  saved: readonly { name: string; mapping: CsvMapping }[];
  onChange: (draft: DraftMapping) => void;
}

/** What each column of the file means, drawn beside its first rows. */
export function MappingEditor({ preview, draft, saved, onChange }: MappingEditorProps) {
  const t = useTranslations("imports");
  if (preview.headings.length === 0) return <p className="text-table text-danger">{t("mapping.noRows")}</p>;

  function choose(field: CsvField, heading: string) {
    const { [field]: _, ...others } = draft.columns;
    const columns = heading === "" ? others : { ...others, [field]: heading };
    const words = { direction: { directions: {} }, outcome: { outcomes: {} } };
    // Another column has other words.
    onChange({ ...draft, ...(field === "direction" || field === "outcome" ? words[field] : {}), columns });
  }

  function wordsOf(field: "direction" | "outcome"): string[] {
    const position = preview.headings.indexOf(draft.columns[field] ?? "");
    return position < 0 ? [] : wordsIn(preview.rows.map((row) => row[position] ?? ""));
  }

  return (
    <fieldset className="grid gap-4 rounded-lg border border-line bg-surface p-4">
      <legend className="px-1 text-body font-semibold">{t("mapping.title")}</legend>
      <SavedMappings saved={saved} onChoose={onChange} />
      <PreviewTable preview={preview} draft={draft} />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {csvFields.map((field) => (
          <Field
            key={field}
            label={t(`mapping.fields.${field}`)}
            error={field === "startedAt" && !draft.columns.startedAt ? t("mapping.missingStart") : undefined}
          >
            <Select
              value={draft.columns[field] ?? ""}
              onChange={(event) => choose(field, event.target.value)}
            >
              <option value="">{t("mapping.notInFile")}</option>
              {preview.headings.map((heading) => (
                <option key={heading}>{heading}</option>
              ))}
            </Select>
          </Field>
        ))}
        <Field label={t("mapping.timeFormat")}>
          <Select
            value={draft.timeFormat}
            onChange={(event) => onChange({ ...draft, timeFormat: CsvTimeFormat.parse(event.target.value) })}
          >
            {CsvTimeFormat.options.map((timeFormat) => (
              <option key={timeFormat} value={timeFormat}>
                {t(`mapping.timeFormats.${timeFormat}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <WordList
        title={t("mapping.words.outcome")}
        words={wordsOf("outcome")}
        own={draft.outcomes}
        meanings={CsvOutcome.options}
        read={readOutcome}
        nameOf={(meaning) => t(`mapping.outcomes.${meaning}`)}
        onChange={(outcomes) => onChange({ ...draft, outcomes })}
      />
      <WordList
        title={t("mapping.words.direction")}
        words={wordsOf("direction")}
        own={draft.directions}
        meanings={CsvDirection.options}
        read={readDirection}
        nameOf={(meaning) => t(`mapping.directions.${meaning}`)}
        onChange={(directions) => onChange({ ...draft, directions })}
      />
      <SaveMapping mapping={CsvMapping.safeParse(draft).data} />
    </fieldset>
  );
}

function PreviewTable({ preview, draft }: { preview: Preview; draft: DraftMapping }) {
  const t = useTranslations("imports");
  const meanings = new Map(
    csvFields.flatMap((field) => {
      const heading = draft.columns[field];
      return heading === undefined ? [] : [[heading, t(`mapping.fields.${field}`)] as const];
    }),
  );
  return (
    <TableFrame label={t("mapping.preview")}>
      <table className="w-full border-collapse text-table">
        <caption className="px-3 py-2 text-left text-caption text-muted">{t("mapping.preview")}</caption>
        <thead>
          <tr className="border-b border-line text-left [&>th]:px-3 [&>th]:py-1.5 [&>th]:align-top">
            {preview.headings.map((heading) => (
              <th key={heading} scope="col" className="whitespace-nowrap font-medium">
                {heading}
                <span className="block text-caption text-accent">{meanings.get(heading) ?? " "}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, ROWS_SHOWN).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name, and never move.
            <tr key={index} className="h-8 border-b border-line last:border-b-0 [&>td]:px-3">
              {preview.headings.map((heading, column) => (
                <td key={heading} className="max-w-48 truncate text-muted">
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
