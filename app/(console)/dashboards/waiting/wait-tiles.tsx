import { useTranslations } from "next-intl";
import { visitsHref } from "@/app/_charts/figure-records";
import { type FigureChange, prepareChange } from "@/app/_charts/prepare-change";
import { type PrintedFigure, printDuration, printShare } from "@/app/_charts/prepare-figures";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";
import type { VisitOutcome } from "@/server/domain/calls/record";
import type { MetricId } from "@/server/domain/metrics/definitions";

/** The speed of answer beside the wait of those whom it does not hear, and how many these are. */
export function WaitTiles({ view }: { view: WaitingView }) {
  const { own, compared, words } = view;
  const meanChange = (figure: "speedOfAnswer" | "waitOfAbandoned") => {
    const [value, before] = [own[figure]?.meanMs, compared?.[figure]?.meanMs];
    return prepareChange({ measure: "duration", value, before, whenMore: "bad" }, words);
  };
  const shareChange = (figure: "abandonment" | "overflow") => {
    const [value, before] = [own[figure]?.share, compared?.[figure]?.share];
    return prepareChange({ measure: "share", value, before, whenMore: "bad" }, words);
  };
  return (
    <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
      <WaitTile
        view={view}
        metric="speedOfAnswer"
        outcome="answered"
        printed={printDuration(own.speedOfAnswer, words)}
        change={meanChange("speedOfAnswer")}
      />
      <WaitTile
        view={view}
        metric="waitOfAbandoned"
        outcome="abandoned"
        printed={printDuration(own.waitOfAbandoned, words)}
        change={meanChange("waitOfAbandoned")}
      />
      <WaitTile
        view={view}
        metric="abandonment"
        outcome="abandoned"
        printed={printShare(own.abandonment, words)}
        change={shareChange("abandonment")}
      />
      <WaitTile
        view={view}
        metric="overflow"
        outcome="overflowed"
        printed={printShare(own.overflow, words)}
        change={shareChange("overflow")}
      />
    </div>
  );
}

interface WaitTileProps {
  view: WaitingView;
  metric: MetricId;
  /** The visits that the tile opens. */
  outcome: VisitOutcome;
  printed: PrintedFigure;
  change: FigureChange | null;
}

function WaitTile({ view, metric, outcome, printed, change }: WaitTileProps) {
  const metrics = useTranslations("metrics");
  const t = useTranslations("dashboards");
  const { compare } = view.dashboard;
  const isEmpty = printed.notes.length === 0;
  return (
    <Tile
      name={metrics(`${metric}.name`)}
      definition={<DefinitionCard metric={metric} />}
      value={printed.text}
      href={isEmpty ? null : visitsHref(view.dashboard, { visitOutcomes: [outcome] })}
      notes={printed.notes}
      change={change && compare ? { ...change, against: t(`against.${compare.with}`) } : null}
    />
  );
}
