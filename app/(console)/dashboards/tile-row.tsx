import { useTranslations } from "next-intl";
import type { TileChange } from "@/app/_charts/chart-models";
import type { PrintedFigure } from "@/app/_charts/prepare-figures";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import type { MetricId } from "@/server/domain/metrics/definitions";

interface MetricTile extends PrintedFigure {
  readonly metric: MetricId;
  readonly change: TileChange | null;
}

/** The figures that head a dashboard, each with its definition and what it is compared with. */
export function TileRow({ tiles }: { tiles: readonly MetricTile[] }) {
  const t = useTranslations("metrics");
  return (
    <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
      {tiles.map(({ metric, ...tile }) => (
        <Tile
          key={metric}
          name={t(`${metric}.name`)}
          definition={<DefinitionCard metric={metric} />}
          {...tile}
        />
      ))}
    </div>
  );
}
