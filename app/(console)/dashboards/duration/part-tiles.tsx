import { useTranslations } from "next-intl";
import { preparePartTile, unfinishedHref } from "@/app/_charts/prepare-duration";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { useChangeWords } from "@/app/(console)/dashboards/change-words";
import { type DurationView, metricOf } from "@/app/(console)/dashboards/duration/duration-view";
import { HandlePart } from "@/server/domain/metrics/handle-time";

/** Handle time and its parts, and how many legs have none yet. */
export function PartTiles({ view }: { view: DurationView }) {
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
        {HandlePart.options.map((part) => (
          <PartTile key={part} part={part} view={view} />
        ))}
      </div>
      <Unfinished view={view} />
    </div>
  );
}

/** Which legs have no handle time yet; nothing where there is no leg at all. */
function Unfinished({ view: { dashboard, figures, words } }: { view: DurationView }) {
  const t = useTranslations("duration");
  const { parts, unfinished } = figures;
  if (unfinished === 0 && !parts.handle) return null;
  return (
    <p className="text-caption text-muted">
      {unfinished === 0
        ? t("allFinished")
        : t.rich("unfinished", {
            number: words.count(unfinished),
            count: unfinished,
            link: (children) => (
              <a href={unfinishedHref(dashboard)} className="text-ink underline underline-offset-2">
                {children}
              </a>
            ),
          })}
    </p>
  );
}

function PartTile({ part, view }: { part: HandlePart; view: DurationView }) {
  const metrics = useTranslations("metrics");
  const { dashboard, figures, words } = view;
  const { compare } = dashboard;
  const { compared, parts } = figures;
  const tile = preparePartTile(
    part,
    {
      own: { legs: dashboard, parts },
      compared: compare && compared && { legs: compare, parts: compared.parts },
    },
    useChangeWords(words, compare),
  );
  return (
    <Tile
      name={metrics(`${metricOf[part]}.name`)}
      definition={<DefinitionCard metric={metricOf[part]} />}
      {...tile}
    />
  );
}
