import { useTranslations } from "next-intl";
import type { CallsHref } from "@/app/_charts/chart-models";
import { hrefUnlessNone } from "@/app/_charts/figure-records";
import { type FigureChange, prepareChange } from "@/app/_charts/prepare-change";
import { type PrintedFigure, printDuration, printShare } from "@/app/_charts/prepare-figures";
import { ivrCallsHref } from "@/app/_charts/prepare-ivr";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import type { IvrView } from "@/app/(console)/dashboards/ivr/read-ivr";
import type { MetricId } from "@/server/domain/metrics/definitions";

/** How many calls were in the IVR, how many ended there or were answered after it, and how long they took. */
export function IvrTiles({ view }: { view: IvrView }) {
  const { own, compared, words, dashboard } = view;
  const shareChange = (figure: "left" | "answered") => {
    const [value, before] = [own[figure]?.share, compared?.[figure]?.share];
    return prepareChange({ measure: "share", value, before, whenMore: "neutral" }, words);
  };
  return (
    <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
      <IvrTile
        view={view}
        metric="inIvr"
        printed={{ text: own.inIvr === 0 ? words.none : words.count(own.inIvr), notes: [] }}
        href={hrefUnlessNone(own.inIvr, ivrCallsHref(dashboard))}
        change={prepareChange(
          { measure: "count", value: own.inIvr, before: compared?.inIvr, whenMore: "neutral" },
          words,
        )}
      />
      <IvrTile
        view={view}
        metric="leftInIvr"
        printed={printShare(own.left, words)}
        href={hrefUnlessNone(own.left?.part ?? 0, ivrCallsHref(dashboard, "left_in_ivr"))}
        change={shareChange("left")}
      />
      <IvrTile
        view={view}
        metric="answeredAfterIvr"
        printed={printShare(own.answered, words)}
        href={hrefUnlessNone(own.answered?.part ?? 0, ivrCallsHref(dashboard, "answered"))}
        change={shareChange("answered")}
      />
      <IvrTile
        view={view}
        metric="ivrTime"
        printed={printDuration(own.time, words)}
        href={hrefUnlessNone(own.inIvr, ivrCallsHref(dashboard))}
        change={prepareChange(
          {
            measure: "duration",
            value: own.time?.meanMs,
            before: compared?.time?.meanMs,
            whenMore: "neutral",
          },
          words,
        )}
      />
    </div>
  );
}

interface IvrTileProps {
  view: IvrView;
  metric: MetricId;
  printed: PrintedFigure;
  href: CallsHref | null;
  change: FigureChange | null;
}

function IvrTile({ view, metric, printed, href, change }: IvrTileProps) {
  const metrics = useTranslations("metrics");
  const t = useTranslations("dashboards");
  const { compare } = view.dashboard;
  return (
    <Tile
      name={metrics(`${metric}.name`)}
      definition={<DefinitionCard metric={metric} />}
      value={printed.text}
      href={href}
      notes={printed.notes}
      change={change && compare ? { ...change, against: t(`against.${compare.with}`) } : null}
    />
  );
}
