"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Field } from "@/app/_components/ui/field";
import { IconButton } from "@/app/_components/ui/icon-button";
import { Input } from "@/app/_components/ui/input";
import { AddSpecialDays } from "@/app/(console)/skill-groups/[skillGroupId]/add-special-days";
import type { HoursValues } from "@/app/(console)/skill-groups/[skillGroupId]/hours-values";

/** Holidays without openings and make-up working days with some. */
export function SpecialDayFields() {
  const t = useTranslations("skillGroups");
  const { control, register, formState } = useFormContext<HoursValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "specialDays" });
  const errors = formState.errors.specialDays;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-table font-medium">{t("special.title")}</legend>
      <p className="text-caption text-muted">{t("special.hint")}</p>
      {fields.length > 0 ? (
        <section aria-label={t("special.title")} className="grid max-h-72 gap-2 overflow-y-auto p-0.5">
          {fields.map((field, index) => (
            <div
              key={field.id}
              className="grid grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)_1.75rem] items-start gap-2"
            >
              <Field
                label={<span className="sr-only">{t("special.on")}</span>}
                error={errors?.[index]?.on && t("faults.date")}
              >
                <Input type="date" {...register(`specialDays.${index}.on`)} />
              </Field>
              <Field
                label={<span className="sr-only">{t("special.name")}</span>}
                error={errors?.[index]?.name && t("faults.dayName")}
              >
                <Input autoComplete="off" {...register(`specialDays.${index}.name`)} />
              </Field>
              <Field
                label={<span className="sr-only">{t("special.openings")}</span>}
                error={errors?.[index]?.openings && t("faults.openings")}
              >
                <Input
                  autoComplete="off"
                  placeholder={t("hours.closed")}
                  className="tabular-nums"
                  {...register(`specialDays.${index}.openings`)}
                />
              </Field>
              <IconButton
                label={t("special.remove", { name: field.name })}
                className="mt-1.5"
                onClick={() => remove(index)}
              >
                <X aria-hidden />
              </IconButton>
            </div>
          ))}
        </section>
      ) : null}
      <AddSpecialDays onAdd={append} />
    </fieldset>
  );
}
