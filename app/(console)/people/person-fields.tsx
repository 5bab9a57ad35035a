"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { z } from "zod";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { Email } from "@/server/domain/people/email";
import { NewPerson, PersonName } from "@/server/domain/people/person";
import { Role } from "@/server/domain/people/role";

export const PersonForm = NewPerson;

/** Somebody known from records only may stay without an e-mail. */
export const RecordedPersonForm = z.object({
  name: PersonName,
  email: z.union([z.literal(""), Email]),
  role: Role,
});

export type PersonValues = z.input<typeof RecordedPersonForm>;

export function PersonFields({ form }: { form: UseFormReturn<PersonValues> }) {
  const t = useTranslations("people");
  const { errors } = form.formState;
  return (
    <>
      <Field label={t("columns.name")} error={errors.name && t("faults.name")}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <Field label={t("columns.email")} error={errors.email && t("faults.email")}>
        <Input type="email" autoComplete="off" {...form.register("email")} />
      </Field>
      <Field label={t("columns.role")} hint={t("roleHint")}>
        <Select {...form.register("role")}>
          {Role.options.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
