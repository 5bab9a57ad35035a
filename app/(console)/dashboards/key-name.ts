import { useTranslations } from "next-intl";
import { type FilterChoices, provinceIn } from "@/app/_components/filter-choices";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import type { Dimension } from "@/server/domain/metrics/dimension";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";

/** How the rows of a breakdown are named. */
export function useKeyName(choices: FilterChoices) {
  const { skillGroups, agents } = choices;
  const t = useTranslations("dashboards");
  const words = useTranslations("calls");
  const groupNames = new Map(skillGroups.map((group) => [String(group.skillGroupId), group.name]));
  const agentNames = new Map(agents.map((agent) => [String(agent.userId), agent.name]));
  const direction = (key: string) => {
    const { data } = CallDirection.safeParse(key);
    return data && words(`directions.${data}`);
  };
  const outcome = (key: string) => {
    const { data } = CallOutcome.safeParse(key);
    return data && words(`outcomes.${data}`);
  };
  const verification = (key: string) => {
    const { data } = Verification.safeParse(key);
    return data && words(`verifications.${data}`);
  };
  const names: Readonly<Record<Dimension, (key: string) => string | undefined>> = {
    skillGroup: (key) => groupNames.get(key),
    agent: (key) => agentNames.get(key),
    direction,
    outcome,
    verification,
    province: provinceIn(choices),
    path: (key) => (key === "" ? t("keys.noKeys") : key),
    exitNode: (key) => key,
  };
  return (dimension: Dimension, key: DimensionKey): string =>
    key === null ? t(`keys.none.${dimension}`) : (names[dimension](key) ?? t("unknown"));
}
