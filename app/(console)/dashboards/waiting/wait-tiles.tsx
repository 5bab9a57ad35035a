import { useTranslations } from "next-intl";
import { prepareWaitTiles } from "@/app/_charts/prepare-wait-tiles";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { useChangeWords } from "@/app/(console)/dashboards/change-words";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";

const shown = ["speedOfAnswer", "waitOfAbandoned", "abandonment", "overflow"] as const;

/** The speed of answer beside the wait of those whom it does not hear, and how many these are. */
export function WaitTiles({ view: { own, compared, words, dashboard } }: { view: WaitingView }) {
  const metrics = useTranslations("metrics");
  const { compare } = dashboard;
  const tiles = prepareWaitTiles(
    { figures: own, visits: dashboard },
    compare && compared && { figures: compared, visits: compare },
    useChangeWords(words, compare),
  );
  return (
    <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
      {shown.map((metric) => (
        <Tile
          key={metric}
          name={metrics(`${metric}.name`)}
          definition={<DefinitionCard metric={metric} />}
          {...tiles[metric]}
        />
      ))}
    </div>
  );
}
