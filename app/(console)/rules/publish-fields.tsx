"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { z } from "zod";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { PublishComment } from "@/server/domain/routing/versions/draft";

export const PublishForm = z.object({
  comment: PublishComment,
  /** As the browser's own field has it, on the reader's clock; empty for at once. */
  effectiveAt: z.string(),
});
export type PublishValues = z.infer<typeof PublishForm>;

interface PublishFieldsProps {
  form: UseFormReturn<PublishValues>;
  timeZone: string;
}

export function PublishFields({ form, timeZone }: PublishFieldsProps) {
  const t = useTranslations("rules.publish");
  const { errors } = form.formState;
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_14rem]">
      <Field label={t("comment")} hint={t("commentHint")} error={errors.comment && t("commentMissing")}>
        <Input autoComplete="off" maxLength={500} {...form.register("comment")} />
      </Field>
      <Field label={t("effectiveAt")} hint={t("effectiveAtHint", { timeZone })}>
        <Input type="datetime-local" {...form.register("effectiveAt")} />
      </Field>
    </div>
  );
}
