"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import { Select } from "@/app/_components/ui/select";
import { FileField } from "@/app/(console)/imports/new/file-field";
import { fileSize } from "@/app/(console)/imports/new/file-size";
import { type DraftMapping, MappingEditor } from "@/app/(console)/imports/new/mapping-editor";
import { type Preview, readPreview } from "@/app/(console)/imports/new/read-preview";
import { useUpload } from "@/app/(console)/imports/new/use-upload";
import { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { FileEncoding, formatDefaults, ImportFormat } from "@/server/domain/importing/format";
import { suggestColumns, suggestTimeFormat } from "@/server/domain/importing/suggest-mapping";

interface ImportFormProps {
  hotlineTimeZone: string;
  timeZones: readonly string[];
  mappings: readonly { name: string; mapping: CsvMapping }[];
}

interface Choice {
  format: ImportFormat;
  source: string;
  timeZone: string;
  encoding: FileEncoding;
}

const nothingMapped: DraftMapping = { columns: {}, timeFormat: "ymd", directions: {}, outcomes: {} };

export function ImportForm({ hotlineTimeZone, timeZones, mappings }: ImportFormProps) {
  const t = useTranslations("imports");
  const upload = useUpload();
  const [choice, setChoice] = useState<Choice>(() => defaultsOf("asterisk-queue-log", hotlineTimeZone));
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview>({ headings: [], rows: [] });
  const [draft, setDraft] = useState(nothingMapped);
  const mapping = choice.format === "csv" ? CsvMapping.safeParse(draft).data : undefined;

  async function look(next: File | null, { format, encoding }: Choice) {
    if (next === null || format !== "csv") return;
    const seen = await readPreview(next, encoding);
    setPreview(seen);
    setDraft(suggestionFor(seen));
  }

  async function change(next: Choice) {
    setChoice(next);
    await look(file, next);
  }

  async function chooseFile(next: File) {
    setFile(next);
    await look(next, choice);
  }

  if (file && upload.sentBytes !== null) {
    return <Uploading file={file} sentBytes={upload.sentBytes} onCancel={upload.cancel} />;
  }
  const isReady = file !== null && choice.source.trim() !== "" && (choice.format !== "csv" || mapping);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (file && isReady) upload.start({ ...choice, source: choice.source.trim(), file, mapping });
      }}
    >
      <FormatField
        format={choice.format}
        onChange={(format) => change({ ...defaultsOf(format, hotlineTimeZone), encoding: choice.encoding })}
      />
      <FileField file={file} onChoose={chooseFile} />
      <SettingFields choice={choice} timeZones={timeZones} onChange={change} />
      {choice.format === "csv" && file ? (
        <MappingEditor preview={preview} draft={draft} saved={mappings} onChange={setDraft} />
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={!isReady}>
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

function suggestionFor({ headings, rows }: Preview): DraftMapping {
  const columns = suggestColumns(headings);
  const start = columns.startedAt === undefined ? -1 : headings.indexOf(columns.startedAt);
  return { ...nothingMapped, columns, timeFormat: suggestTimeFormat(rows[0]?.[start] ?? "") };
}

function FormatField({
  format,
  onChange,
}: {
  format: ImportFormat;
  onChange: (format: ImportFormat) => void;
}) {
  const t = useTranslations("imports");
  return (
    <fieldset className="grid gap-2 sm:grid-cols-3">
      <legend className="mb-1 text-table font-medium">{t("form.format")}</legend>
      {ImportFormat.options.map((option) => (
        <label
          key={option}
          className="flex cursor-pointer items-start gap-2 rounded-lg border border-line bg-surface p-3 hover:bg-hover has-checked:border-accent"
        >
          <input
            type="radio"
            name="format"
            className="mt-1 accent-accent"
            checked={option === format}
            onChange={() => onChange(option)}
          />
          <span className="grid gap-0.5">
            <span className="text-body font-medium">{t(`formats.${option}.name`)}</span>
            <span className="text-caption text-muted">{t(`formats.${option}.hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SettingFieldsProps {
  choice: Choice;
  timeZones: readonly string[];
  onChange: (choice: Choice) => void;
}

function SettingFields({ choice, timeZones, onChange }: SettingFieldsProps) {
  const t = useTranslations("imports");
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label={t("form.source")} hint={t("form.sourceHint")}>
        <Input
          value={choice.source}
          maxLength={100}
          onChange={(event) => onChange({ ...choice, source: event.target.value })}
        />
      </Field>
      <Field label={t("form.timeZone")} hint={t("form.timeZoneHint")}>
        <Select
          value={choice.timeZone}
          onChange={(event) => onChange({ ...choice, timeZone: event.target.value })}
        >
          {timeZones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
      <Field label={t("form.encoding")}>
        <Select
          value={choice.encoding}
          onChange={(event) => onChange({ ...choice, encoding: FileEncoding.parse(event.target.value) })}
        >
          {FileEncoding.options.map((encoding) => (
            <option key={encoding} value={encoding}>
              {t(`form.encodings.${encoding}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

interface UploadingProps {
  file: File;
  sentBytes: number;
  onCancel: () => void;
}

function Uploading({ file, sentBytes, onCancel }: UploadingProps) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const size = (bytes: number) => format.number(...fileSize(bytes));
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-surface p-4">
      <ProgressBar
        label={t("upload.title", { name: file.name })}
        share={file.size === 0 ? 1 : sentBytes / file.size}
        figure={t("upload.figure", { sent: size(sentBytes), total: size(file.size) })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-caption text-muted">{t("upload.stay")}</p>
        <Button onClick={onCancel}>{t("upload.cancel")}</Button>
      </div>
    </section>
  );
}
