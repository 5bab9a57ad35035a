import { useTranslations } from "next-intl";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { ChoiceList } from "@/app/_components/ui/choice-list";
import { Verification } from "@/server/domain/calls/event";
import { CallOutcome } from "@/server/domain/calls/record";

interface CallChoiceListsProps {
  chosen: Readonly<Record<"group" | "agent" | "province" | "outcome" | "verification", readonly string[]>>;
  choices: FilterChoices;
  /** How many calls a province would find; left out where nobody counts them. */
  countIn?: (province: string) => number | undefined;
}

/** What calls are filtered by wherever they are listed or counted, as lists to tick. */
export function CallChoiceLists({ chosen, choices, countIn }: CallChoiceListsProps) {
  const t = useTranslations("calls");
  return (
    <>
      <ChoiceList
        name="group"
        label={t("fields.group")}
        chosen={chosen.group}
        choices={choices.skillGroups.map((group) => ({ value: group.skillGroupId, label: group.name }))}
      />
      <ChoiceList
        name="agent"
        label={t("fields.agent")}
        chosen={chosen.agent}
        choices={choices.agents.map((agent) => ({ value: agent.userId, label: agent.name }))}
      />
      <ChoiceList
        name="province"
        label={t("fields.province")}
        chosen={chosen.province}
        choices={choices.provinces.map((province) => ({ ...province, count: countIn?.(province.value) }))}
      />
      <ChoiceList
        name="outcome"
        label={t("fields.outcome")}
        chosen={chosen.outcome}
        choices={CallOutcome.options.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <ChoiceList
        name="verification"
        label={t("fields.verification")}
        chosen={chosen.verification}
        choices={Verification.options.map((value) => ({ value, label: t(`verifications.${value}`) }))}
      />
    </>
  );
}
