"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTimeZone, useTranslations } from "next-intl";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { Notice } from "@/app/_components/ui/notice";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { HoursCalendar } from "@/app/(console)/skill-groups/[skillGroupId]/hours-calendar";
import { HoursFields } from "@/app/(console)/skill-groups/[skillGroupId]/hours-fields";
import {
  HoursForm,
  type HoursValues,
  hoursValues,
} from "@/app/(console)/skill-groups/[skillGroupId]/hours-values";
import { Section } from "@/app/(console)/skill-groups/[skillGroupId]/section";
import type { ShownSkillGroup } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";

interface HoursSectionProps {
  group: ShownSkillGroup;
  editable: boolean;
  month: string | null;
}

/** When the group answers: a form for who may set it, with the calendar that comes of it. */
export function HoursSection({ group, editable, month }: HoursSectionProps) {
  const t = useTranslations("skillGroups.hours");
  if (editable) return <EditedHours group={group} month={month} />;
  return (
    <Section title={t("title")} {...(group.hours && { aside: group.hours.timeZone })}>
      <HoursCalendar hours={group.hours} at={group.at} month={month} />
    </Section>
  );
}

function EditedHours({ group, month }: Omit<HoursSectionProps, "editable">) {
  const t = useTranslations("skillGroups");
  const timeZone = useTimeZone() ?? "UTC";
  const { skillGroupId } = group;
  const form = useForm<HoursValues, unknown, OpeningHours | null>({
    resolver: zodResolver(HoursForm),
    defaultValues: hoursValues(group.hours, timeZone),
  });
  const typed = HoursForm.safeParse(useWatch({ control: form.control }));
  const change = useChange(
    (hours: OpeningHours | null) => trpc.skillGroups.setOpeningHours.mutate({ skillGroupId, hours }),
    {
      faultIn: "form",
      onDone() {
        form.reset(form.getValues());
        toast({ title: t("hours.saved") });
      },
    },
  );
  return (
    <Section title={t("hours.title")}>
      {change.fault ? <Notice tone="danger" title={change.fault} /> : null}
      <div className="grid items-start gap-x-8 gap-y-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <FormProvider {...form}>
          <form
            className="grid grid-cols-[minmax(0,1fr)] gap-4"
            noValidate
            data-unsaved={form.formState.isDirty || undefined}
            onSubmit={form.handleSubmit((hours) => change.send(hours))}
          >
            <HoursFields pending={change.pending} />
          </form>
        </FormProvider>
        <HoursCalendar hours={typed.success ? typed.data : group.hours} at={group.at} month={month} />
      </div>
    </Section>
  );
}
