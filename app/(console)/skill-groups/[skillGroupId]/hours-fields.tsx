"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import type { HoursValues } from "@/app/(console)/skill-groups/[skillGroupId]/hours-values";
import { SpecialDayFields } from "@/app/(console)/skill-groups/[skillGroupId]/special-day-fields";
import { useWeekdayName } from "@/app/(console)/skill-groups/[skillGroupId]/use-weekday-name";

const zonesId = "time-zones";

/** The fields of opening hours, with the button that saves them. */
export function HoursFields({ pending }: { pending: boolean }) {
  const t = useTranslations("skillGroups");
  const { register, control, formState } = useFormContext<HoursValues>();
  const limited = useWatch({ control, name: "limited" });
  const { errors, isDirty } = formState;
  return (
    <>
      <Checkbox label={t("hours.limited")} {...register("limited")} />
      {limited ? (
        <>
          <Field
            label={t("hours.timeZone")}
            error={errors.timeZone && t("faults.timeZone")}
            className="max-w-72"
          >
            <Input list={zonesId} autoComplete="off" spellCheck={false} {...register("timeZone")} />
          </Field>
          <datalist id={zonesId}>
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <WeekFields />
          <SpecialDayFields />
        </>
      ) : null}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending} disabled={!isDirty}>
          {t("hours.save")}
        </Button>
      </div>
    </>
  );
}

function WeekFields() {
  const t = useTranslations("skillGroups");
  const weekdayName = useWeekdayName();
  const { register, control, formState, setValue, getValues } = useFormContext<HoursValues>();
  const week = useWatch({ control, name: "week" });

  function copyMonday() {
    const openings = getValues("week.0.openings");
    for (const index of [1, 2, 3, 4] as const) {
      setValue(`week.${index}.openings`, openings, { shouldDirty: true, shouldValidate: true });
    }
  }

  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-table font-medium">{t("hours.week")}</legend>
      <p className="text-caption text-muted">{t("hours.hint")}</p>
      {week.map((_, index) => (
        <div key={weekdayName(index + 1)} className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-x-3">
          <label htmlFor={`openings-${index}`} className="pt-1.5 text-table text-muted">
            {weekdayName(index + 1)}
          </label>
          <div className="grid gap-1">
            <Input
              id={`openings-${index}`}
              autoComplete="off"
              className="tabular-nums"
              placeholder={t("hours.closed")}
              aria-invalid={formState.errors.week?.[index] ? true : undefined}
              {...register(`week.${index}.openings`)}
            />
            {formState.errors.week?.[index] ? (
              <p className="text-caption text-danger">{t("faults.openings")}</p>
            ) : null}
          </div>
        </div>
      ))}
      <Button size="sm" className="justify-self-end" onClick={copyMonday}>
        {t("hours.copyMonday")}
      </Button>
    </fieldset>
  );
}
