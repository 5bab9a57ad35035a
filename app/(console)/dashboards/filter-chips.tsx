import { X } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type FilterChoices, provinceIn } from "@/app/_components/filter-choices";
import type { DashboardPage } from "@/app/(console)/dashboards/dashboard-pages";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";

interface FilterChipsProps {
  page: DashboardPage;
  params: DashboardParams;
  choices: FilterChoices;
}

interface Chip {
  readonly field:
    | "group"
    | "agent"
    | "direction"
    | "outcome"
    | "province"
    | "verification"
    | "path"
    | "compareGroup"
    | "compareAgent";
  readonly values: readonly string[];
}

/** Every filter that is on, and whose records stand beside, each with a way to take it off. */
export function FilterChips({ page, params, choices }: FilterChipsProps) {
  const t = useTranslations("dashboards");
  const format = useFormatter();
  const chips = useChips(params, choices).filter(({ values }) => values.length > 0);
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("filtersOn")} className="flex flex-wrap gap-2">
      {chips.map(({ field, values }) => (
        <li
          key={field}
          className="inline-flex h-8 max-w-80 items-center rounded-md border border-line bg-selected pl-2.5 text-table"
        >
          <span className="truncate">
            <span className="text-muted">{t(`fields.${field}`)}</span> {format.list(values, "row")}
          </span>
          <Link
            href={dashboardHref(page, { ...params, [field]: field === "direction" ? null : [] })}
            aria-label={t("removeFilter", { name: t(`fields.${field}`) })}
            className="ml-1 inline-flex size-7 items-center justify-center rounded-md text-muted hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function useChips(params: DashboardParams, choices: FilterChoices): Chip[] {
  const t = useTranslations("dashboards");
  const words = useTranslations("calls");
  const groupNames = new Map(choices.skillGroups.map((group) => [group.skillGroupId, group.name]));
  const agentNames = new Map(choices.agents.map((agent) => [agent.userId, agent.name]));
  const groupName = (id: SkillGroupId) => groupNames.get(id) ?? t("unknown");
  const agentName = (id: UserId) => agentNames.get(id) ?? t("unknown");
  return [
    { field: "group", values: params.group.map(groupName) },
    { field: "agent", values: params.agent.map(agentName) },
    { field: "direction", values: params.direction ? [words(`directions.${params.direction}`)] : [] },
    { field: "outcome", values: params.outcome.map((one) => words(`outcomes.${one}`)) },
    { field: "province", values: params.province.map(provinceIn(choices)) },
    { field: "verification", values: params.verification.map((one) => words(`verifications.${one}`)) },
    { field: "path", values: params.path.map((path) => (path === "" ? t("keys.noKeys") : path)) },
    {
      field: "compareGroup",
      values: params.compare === "groups" ? params.compareGroup.map(groupName) : [],
    },
    {
      field: "compareAgent",
      values: params.compare === "agents" ? params.compareAgent.map(agentName) : [],
    },
  ];
}
