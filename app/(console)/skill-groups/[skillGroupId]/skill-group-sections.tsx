import { useTranslations } from "next-intl";
import { Notice } from "@/app/_components/ui/notice";
import { HoursSection } from "@/app/(console)/skill-groups/[skillGroupId]/hours-section";
import { MembersSection } from "@/app/(console)/skill-groups/[skillGroupId]/members-section";
import { Section } from "@/app/(console)/skill-groups/[skillGroupId]/section";
import { SettingsFacts } from "@/app/(console)/skill-groups/[skillGroupId]/settings-facts";
import { SettingsForm } from "@/app/(console)/skill-groups/[skillGroupId]/settings-form";
import type { ShownSkillGroup } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";
import { UsesList } from "@/app/(console)/skill-groups/[skillGroupId]/uses-list";

interface SkillGroupSectionsProps {
  group: ShownSkillGroup;
  manages: boolean;
  month: string | null;
}

export function SkillGroupSections({ group, manages, month }: SkillGroupSectionsProps) {
  const t = useTranslations("skillGroups");
  const editable = manages && group.archivedAt === null;
  return (
    <>
      {group.archivedAt === null ? null : (
        <Notice tone="warning" title={t("archivedNotice.title")}>
          {manages ? t("archivedNotice.text") : null}
        </Notice>
      )}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Section title={t("settings.title")}>
          {editable ? <SettingsForm group={group} /> : <SettingsFacts group={group} />}
        </Section>
        <Section title={t("uses.title")}>
          <UsesList uses={group.uses} />
        </Section>
      </div>
      <HoursSection group={group} editable={editable} month={month} />
      <MembersSection key={group.skillGroupId} group={group} editable={editable} />
    </>
  );
}
