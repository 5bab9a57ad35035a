"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Notice } from "@/app/_components/ui/notice";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { settingFields } from "@/app/(console)/skill-groups/[skillGroupId]/setting-fields";
import type { ShownSkillGroup } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";
import { SkillGroupSettings } from "@/server/domain/skill-groups/skill-group";

/** A number as typed; nothing typed is no limit. */
function readNumber(typed: unknown): number | null {
  const text = String(typed ?? "").trim();
  return text === "" ? null : Number(text);
}

export function SettingsForm({ group }: { group: ShownSkillGroup }) {
  const t = useTranslations("skillGroups");
  const { skillGroupId } = group;
  const form = useForm<SkillGroupSettings>({
    resolver: zodResolver(SkillGroupSettings),
    values: SkillGroupSettings.strip().parse(group),
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const change = useChange(
    (values: SkillGroupSettings) => trpc.skillGroups.change.mutate({ ...values, skillGroupId }),
    {
      faultIn: "form",
      onDone() {
        form.reset(form.getValues());
        toast({ title: t("saved") });
      },
    },
  );
  return (
    <form
      className="grid gap-4"
      noValidate
      data-unsaved={isDirty || undefined}
      onSubmit={form.handleSubmit((values) => change.send(values))}
    >
      {change.fault ? <Notice tone="danger" title={change.fault} /> : null}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label={t("fields.name")} error={errors.name && t("faults.name")} hint={t("hints.name")}>
          <Input autoComplete="off" {...form.register("name")} />
        </Field>
        {settingFields.map((field) => (
          <Field
            key={field}
            label={t(`fields.${field}`)}
            hint={t(`hints.${field}`)}
            error={errors[field] && t(`faults.${field}`)}
          >
            <Input
              inputMode="numeric"
              autoComplete="off"
              className="tabular-nums"
              {...form.register(field, { setValueAs: readNumber })}
            />
          </Field>
        ))}
      </div>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={change.pending} disabled={!isDirty}>
          {t("settings.save")}
        </Button>
      </div>
    </form>
  );
}
