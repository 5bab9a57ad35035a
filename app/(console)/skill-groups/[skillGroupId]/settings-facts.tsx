import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { settingFields } from "@/app/(console)/skill-groups/[skillGroupId]/setting-fields";
import type { ShownSkillGroup } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";

export function SettingsFacts({ group }: { group: ShownSkillGroup }) {
  const t = useTranslations("skillGroups");
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-[minmax(12rem,auto)_1fr] justify-start gap-x-6 gap-y-2 text-table">
      {settingFields.map((field) => {
        const value = group[field];
        return (
          <Fragment key={field}>
            <dt className="text-muted">{t(`fields.${field}`)}</dt>
            <dd className="tabular-nums">{value === null ? t("noLimit") : format.number(value)}</dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
