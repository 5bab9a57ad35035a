"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { FileEncoding, ImportFormat } from "@/server/domain/importing/format";

/** How a file is to be read. */
export interface Choice {
  format: ImportFormat;
  source: string;
  timeZone: string;
  encoding: FileEncoding;
}

export function FormatField({
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

export function SettingFields({ choice, timeZones, onChange }: SettingFieldsProps) {
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
