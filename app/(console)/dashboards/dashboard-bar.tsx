import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { Button, buttonLook } from "@/app/_components/ui/button";
import { ChoiceList } from "@/app/_components/ui/choice-list";
import { PlainInput, PlainSelect } from "@/app/_components/ui/plain-field";
import { DashboardForm } from "@/app/(console)/dashboards/dashboard-form";
import type { DashboardPage } from "@/app/(console)/dashboards/dashboard-pages";
import { type DashboardChoices, FilterPanel } from "@/app/(console)/dashboards/filter-panel";
import {
  chosenParts,
  comparisons,
  type DashboardParams,
  periods,
} from "@/app/(console)/dashboards/search-params";
import { Interval } from "@/server/domain/metrics/time/intervals";

/** The list of time zones that stands once on every dashboard. */
export const timeZoneList = "time-zones";

interface DashboardBarProps {
  page: DashboardPage;
  params: DashboardParams;
  /** Into what the periods are cut. */
  interval: Interval;
  choices: DashboardChoices;
  viewerTimeZone: string;
}

/** What the figures look at: a plain form, whose fields make the address. */
export function DashboardBar({ page, params, interval, choices, viewerTimeZone }: DashboardBarProps) {
  const t = useTranslations("dashboards");
  return (
    // The key gives the fields their new defaults when the address changes by other ways, such as a chip.
    <DashboardForm key={JSON.stringify(params)} action={`/dashboards/${page}`}>
      {chosenParts(params).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Period params={params} />
      <Comparison params={params} choices={choices} />
      <PlainSelect name="interval" label={t("fields.interval")} defaultValue={params.interval ?? ""}>
        <option value="">{t("intervals.automatic", { interval: t(`intervals.${interval}`) })}</option>
        {Interval.options.map((one) => (
          <option key={one} value={one}>
            {t(`intervals.${one}`)}
          </option>
        ))}
      </PlainSelect>
      <PlainInput
        name="zone"
        label={t("fields.zone")}
        list={timeZoneList}
        defaultValue={params.zone ?? ""}
        placeholder={viewerTimeZone}
        className="w-44"
      />
      <Panel
        title={
          <>
            <ListFilter aria-hidden className="size-4" />
            {t("filter")}
          </>
        }
      >
        <FilterPanel params={params} choices={choices} />
      </Panel>
      <Button type="submit">{t("apply")}</Button>
    </DashboardForm>
  );
}

function Period({ params }: { params: DashboardParams }) {
  const t = useTranslations("dashboards");
  return (
    <div className="group flex items-end gap-2">
      <PlainSelect name="period" label={t("fields.period")} defaultValue={params.period}>
        {periods.map((period) => (
          <option key={period} value={period}>
            {t(`periods.${period}`)}
          </option>
        ))}
      </PlainSelect>
      <div className="hidden gap-2 group-has-[option[value=custom]:checked]:flex">
        <PlainInput type="date" name="from" label={t("fields.from")} defaultValue={params.from ?? ""} />
        <PlainInput type="date" name="to" label={t("fields.to")} defaultValue={params.to ?? ""} />
      </div>
    </div>
  );
}

function Comparison({ params, choices }: { params: DashboardParams; choices: FilterChoices }) {
  const t = useTranslations("dashboards");
  return (
    <div className="group flex items-end gap-2">
      <PlainSelect name="compare" label={t("fields.compare")} defaultValue={params.compare}>
        {comparisons.map((one) => (
          <option key={one} value={one}>
            {t(`comparisons.${one}`)}
          </option>
        ))}
      </PlainSelect>
      <div className="hidden gap-2 group-has-[option[value=period]:checked]:flex">
        <PlainInput
          type="date"
          name="compareFrom"
          label={t("fields.compareFrom")}
          defaultValue={params.compareFrom ?? ""}
        />
        <PlainInput
          type="date"
          name="compareTo"
          label={t("fields.compareTo")}
          defaultValue={params.compareTo ?? ""}
        />
      </div>
      <div className="hidden group-has-[option[value=groups]:checked]:block">
        <Panel title={t("fields.compareGroup")}>
          <ChoiceList
            name="compareGroup"
            label={t("fields.compareGroup")}
            chosen={params.compareGroup}
            choices={choices.skillGroups.map((group) => ({ value: group.skillGroupId, label: group.name }))}
          />
        </Panel>
      </div>
      <div className="hidden group-has-[option[value=agents]:checked]:block">
        <Panel title={t("fields.compareAgent")}>
          <ChoiceList
            name="compareAgent"
            label={t("fields.compareAgent")}
            chosen={params.compareAgent}
            choices={choices.agents.map((agent) => ({ value: agent.userId, label: agent.name }))}
          />
        </Panel>
      </div>
    </div>
  );
}

/** Fields that unfold under a button, and one to apply them. */
function Panel({ title, children }: { title: ReactNode; children: ReactNode }) {
  const t = useTranslations("dashboards");
  return (
    <details>
      <summary className={buttonLook({}, "list-none [&::-webkit-details-marker]:hidden")}>{title}</summary>
      <div className="absolute top-full left-0 z-30 mt-1 grid min-w-64 max-w-full gap-4 rounded-lg border border-line bg-raised p-4 shadow-float">
        {children}
        <div className="flex justify-end">
          <Button type="submit" variant="primary">
            {t("apply")}
          </Button>
        </div>
      </div>
    </details>
  );
}
