"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { FileField } from "@/app/(console)/imports/file-field";
import { type DraftMapping, MappingEditor } from "@/app/(console)/imports/new/mapping-editor";
import { type Preview, readPreview } from "@/app/(console)/imports/new/read-preview";
import { type Choice, FormatField, SettingFields } from "@/app/(console)/imports/new/setting-fields";
import { useUpload } from "@/app/(console)/imports/new/use-upload";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { formatDefaults, type ImportFormat } from "@/server/domain/importing/format";
import { suggestColumns, suggestTimeFormat } from "@/server/domain/importing/suggest-mapping";

interface ImportFormProps {
  hotlineTimeZone: string;
  timeZones: readonly string[];
  mappings: readonly { name: string; mapping: CsvMapping }[];
  /** The settings of the import that this one is to be like. */
  like: (Choice & { mapping?: CsvMapping | undefined }) | null;
}

const nothingMapped: DraftMapping = { columns: {}, timeFormat: "ymd", directions: {}, outcomes: {} };

export function ImportForm({ hotlineTimeZone, timeZones, mappings, like }: ImportFormProps) {
  const t = useTranslations("imports");
  const upload = useUpload();
  const [choice, setChoice] = useState<Choice>(
    () => like ?? defaultsOf("asterisk-queue-log", hotlineTimeZone),
  );
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview>({ headings: [], rows: [] });
  const [draft, setDraft] = useState<DraftMapping>(like?.mapping ?? nothingMapped);
  const mapping = choice.format === "csv" ? CsvMapping.safeParse(draft).data : undefined;

  async function look(next: File | null, { format, encoding }: Choice) {
    if (next === null || format !== "csv") return;
    const seen = await readPreview(next, encoding);
    setPreview(seen);
    if (!fits(seen, draft)) setDraft(suggestionFor(seen));
  }

  async function change(next: Choice) {
    setChoice(next);
    await look(file, next);
  }

  async function chooseFile(next: File) {
    setFile(next);
    await look(next, choice);
  }

  const isReady = file !== null && choice.source.trim() !== "" && (choice.format !== "csv" || mapping);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const { format, source, timeZone, encoding } = choice;
        if (file && isReady)
          upload.mutate({ format, source: source.trim(), timeZone, encoding, file, mapping });
      }}
    >
      <FormatField
        format={choice.format}
        onChange={(format) => change({ ...defaultsOf(format, hotlineTimeZone), encoding: choice.encoding })}
      />
      <FileField file={file} prompt={t("form.drop")} onChoose={chooseFile} />
      <SettingFields choice={choice} timeZones={timeZones} onChange={change} />
      {choice.format === "csv" && file ? (
        <MappingEditor preview={preview} draft={draft} saved={mappings} onChange={setDraft} />
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={!isReady} pending={upload.isPending}>
          {t("form.start")}
        </Button>
        {file === null ? <span className="text-caption text-muted">{t("form.noFile")}</span> : null}
      </div>
    </form>
  );
}

function defaultsOf(format: ImportFormat, hotlineTimeZone: string): Choice {
  const { provider, timeZone } = formatDefaults[format];
  return { format, source: provider, timeZone: timeZone ?? hotlineTimeZone, encoding: "utf-8" };
}

/** Whether a mapping that was made for another file holds for this one too. */
function fits({ headings }: Preview, draft: DraftMapping): boolean {
  const columns = CsvMapping.safeParse(draft).data?.columns;
  return columns !== undefined && Object.values(columns).every((heading) => headings.includes(heading));
}

function suggestionFor({ headings, rows }: Preview): DraftMapping {
  const columns = suggestColumns(headings);
  const start = columns.startedAt === undefined ? -1 : headings.indexOf(columns.startedAt);
  return { ...nothingMapped, columns, timeFormat: suggestTimeFormat(rows[0]?.[start] ?? "") };
}
