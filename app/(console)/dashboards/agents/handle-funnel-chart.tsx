import { useFormatter, useTranslations } from "next-intl";
import { prepareHandleFunnel } from "@/app/_charts/prepare-handle-funnel";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FunnelChart } from "@/app/_components/charts/lazy-charts";
import type { ReadAgents } from "@/app/(console)/dashboards/agents/read-agents";

/** Each agent's mean handle time against n: what differs by chance lies between the limits. */
export function HandleFunnelChart({ read: { agents, spread, words, comparedWith } }: { read: ReadAgents }) {
  const t = useTranslations("agentsPage");
  const sides = useTranslations("dashboards.sides");
  const format = useFormatter();
  const funnel =
    spread &&
    prepareHandleFunnel({
      agents: agents.map(({ agentId, name, figures, cells, before }) => ({
        agentId,
        name,
        handle: figures.handle,
        href: cells.handle.href,
        before: before && { handle: before.figures.handle, href: before.cells.handle.href },
      })),
      spread,
      words: {
        ...words,
        standing: (standing) => t(`standings.${standing}`),
        names: {
          count: t("count"),
          value: t("meanHandle"),
          limit95: t("limit95"),
          limit998: t("limit998"),
          beyond95: t("beyond95"),
          beyond998: t("beyond998"),
          meanOfAll: t("meanOfAll"),
          compared: comparedWith && t("comparedMean", { side: sides(comparedWith) }),
        },
        heads: { name: t("agent"), standing: t("standing") },
      },
    });
  return (
    <ChartFrame
      title={t("funnel")}
      definition={<DefinitionCard metric="handleTime" />}
      count={t("agentCount", { count: funnel?.agents ?? 0 })}
      {...(funnel && {
        lead: t("funnelHint", {
          count: funnel.agents,
          outside: funnel.outside,
          expected: format.number(funnel.expected, { maximumFractionDigits: 1 }),
          alarming: funnel.alarming,
        }),
      })}
      table={funnel?.table ?? { columns: [], rows: [] }}
      height={330}
    >
      {funnel ? <FunnelChart model={funnel.model} label={t("funnel")} /> : null}
    </ChartFrame>
  );
}
