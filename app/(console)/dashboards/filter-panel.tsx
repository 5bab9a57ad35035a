import { useTranslations } from "next-intl";
import { CallChoiceLists } from "@/app/_components/call-choice-lists";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { ChoiceList } from "@/app/_components/ui/choice-list";
import { PlainSelect } from "@/app/_components/ui/plain-field";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";
import { CallDirection } from "@/server/domain/calls/record";

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
      <CallChoiceLists chosen={params} choices={choices} />
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
