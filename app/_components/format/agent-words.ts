import { getTranslations } from "next-intl/server";
import type { AgentWords } from "@/app/_charts/agent-cells";
import { getFigureWords } from "@/app/_components/format/figure-words";

/** How figures of agents are printed in the language of the request. */
export async function getAgentWords(): Promise<AgentWords> {
  const t = await getTranslations("agentFigures");
  return {
    ...(await getFigureWords()),
    notKnown: t("notKnown"),
    timeOfLegs: (count) => t("timeOfLegs", { count }),
    unfinished: (count) => t("unfinished", { count }),
  };
}
