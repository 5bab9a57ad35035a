import { useTranslations } from "next-intl";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { ChoiceList } from "@/app/_components/ui/choice-list";
import { PlainSelect } from "@/app/_components/ui/plain-field";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";

export interface DashboardChoices extends FilterChoices {
  /** Those of the period, the most frequent first. */
  readonly keyTracks: readonly string[];
}

interface FilterPanelProps {
  params: DashboardParams;
  choices: DashboardChoices;
}

/** Which records the figures count. */
export function FilterPanel({ params, choices }: FilterPanelProps) {
  const t = useTranslations("dashboards");
  const words = useTranslations("calls");
  return (
    <div className="grid w-[min(44rem,80vw)] grid-cols-3 gap-4">
      <ChoiceList
        name="group"
        label={t("fields.group")}
        chosen={params.group}
        choices={choices.skillGroups.map((group) => ({ value: group.skillGroupId, label: group.name }))}
      />
      <ChoiceList
        name="agent"
        label={t("fields.agent")}
        chosen={params.agent}
        choices={choices.agents.map((agent) => ({ value: agent.userId, label: agent.name }))}
      />
      <ChoiceList
        name="province"
        label={t("fields.province")}
        chosen={params.province}
        choices={choices.provinces}
      />
      <ChoiceList
        name="outcome"
        label={t("fields.outcome")}
        chosen={params.outcome}
        choices={CallOutcome.options.map((value) => ({ value, label: words(`outcomes.${value}`) }))}
      />
      <ChoiceList
        name="verification"
        label={t("fields.verification")}
        chosen={params.verification}
        choices={Verification.options.map((value) => ({ value, label: words(`verifications.${value}`) }))}
      />
      <PlainSelect name="direction" label={t("fields.direction")} defaultValue={params.direction ?? ""}>
        <option value="">{t("any")}</option>
        {CallDirection.options.map((direction) => (
          <option key={direction} value={direction}>
            {words(`directions.${direction}`)}
          </option>
        ))}
      </PlainSelect>
      <ChoiceList
        name="path"
        label={t("fields.path")}
        chosen={params.path}
        choices={[...new Set([...params.path, ...choices.keyTracks])].map((value) => ({
          value,
          label: value === "" ? t("keys.noKeys") : value,
        }))}
      />
    </div>
  );
}
