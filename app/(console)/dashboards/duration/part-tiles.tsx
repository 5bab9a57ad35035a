import { useTranslations } from "next-intl";
import type { TileChange } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import { legsWith, unfinishedHref } from "@/app/_charts/prepare-duration";
import { printDuration } from "@/app/_charts/prepare-figures";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { type DurationView, metricOf } from "@/app/(console)/dashboards/duration/duration-view";
import { HandlePart } from "@/server/domain/metrics/handle-time";

/** Handle time and its parts, and how many legs have none yet. */
export function PartTiles({ view }: { view: DurationView }) {
  const t = useTranslations("duration");
  const { dashboard, figures, words } = view;
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
        {HandlePart.options.map((part) => (
          <PartTile key={part} part={part} view={view} />
        ))}
      </div>
      <p className="text-caption text-muted">
        {figures.unfinished === 0
          ? t("allFinished")
          : t.rich("unfinished", {
              number: words.count(figures.unfinished),
              count: figures.unfinished,
              link: (children) => (
                <a href={unfinishedHref(dashboard)} className="text-ink underline underline-offset-2">
                  {children}
                </a>
              ),
            })}
      </p>
    </div>
  );
}

function PartTile({ part, view }: { part: HandlePart; view: DurationView }) {
  const metrics = useTranslations("metrics");
  const { dashboard, figures, words } = view;
  const spread = figures.parts[part];
  const printed = printDuration(spread, words);
  return (
    <Tile
      name={metrics(`${metricOf[part]}.name`)}
      definition={<DefinitionCard metric={metricOf[part]} />}
      value={printed.text}
      href={spread && cohortHref(legsWith(dashboard, part))}
      notes={printed.notes}
      change={useChange(part, view)}
    />
  );
}

/** How much longer the mean is than the compared one. Longer is neither good nor bad by itself. */
function useChange(part: HandlePart, { dashboard, figures, words }: DurationView): TileChange | null {
  const t = useTranslations("duration");
  const own = figures.parts[part];
  const other = figures.compared?.parts[part];
  if (!own || !other || !dashboard.compare) return null;
  const difference = Math.trunc((own.meanMs - other.meanMs) / 1000) * 1000;
  const direction = directionOf(difference);
  return {
    direction,
    tone: "neutral",
    words: direction === "same" ? t("same") : words.change.duration(difference),
    against: t(`against.${dashboard.compare.with}`, {
      value: words.duration(other.meanMs),
      n: words.n(other.n),
    }),
  };
}

function directionOf(difference: number): TileChange["direction"] {
  if (difference === 0) return "same";
  return difference > 0 ? "up" : "down";
}
