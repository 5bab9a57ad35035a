import { useTranslations } from "next-intl";
import { prepareIvrTiles } from "@/app/_charts/prepare-ivr-tiles";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { useChangeWords } from "@/app/(console)/dashboards/change-words";
import type { IvrView } from "@/app/(console)/dashboards/ivr/read-ivr";

const shown = ["inIvr", "leftInIvr", "answeredAfterIvr", "ivrTime"] as const;

/** How many calls were in the IVR, how many ended there or were answered after it, and how long they took. */
export function IvrTiles({ view: { own, compared, words, dashboard } }: { view: IvrView }) {
  const metrics = useTranslations("metrics");
  const { compare } = dashboard;
  const tiles = prepareIvrTiles(
    { figures: own, calls: dashboard },
    compare && compared && { figures: compared, calls: compare },
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
