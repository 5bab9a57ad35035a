import type { TileChange } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import { type ChangeWords, meanBeside, prepareTileChange, shareBeside } from "@/app/_charts/prepare-change";
import { type PrintedFigure, printDuration, printShare } from "@/app/_charts/prepare-figures";
import { longerThanShortHref } from "@/app/_charts/prepare-waits";
import type { VisitOutcome } from "@/server/domain/calls/record";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";

/** The waits of some visits, and how many were lost or sent on. */
export interface WaitSide {
  readonly visits: FigureRecords;
  readonly figures: Readonly<Record<WaitMean, DurationFigure | null> & Record<WaitShare, Proportion | null>>;
}

const means = { speedOfAnswer: "answered", waitOfAbandoned: "abandoned" } as const;
const shares = { abandonment: "abandoned", overflow: "overflowed" } as const;
type WaitMean = keyof typeof means;
type WaitShare = keyof typeof shares;

export interface WaitTile extends PrintedFigure {
  readonly change: TileChange | null;
}

/** The speed of answer beside the wait of those whom it does not hear, and how many these are. */
export function prepareWaitTiles(
  own: WaitSide,
  compared: WaitSide | null,
  words: ChangeWords,
): Record<WaitMean | WaitShare, WaitTile> {
  const mean = (figure: WaitMean): WaitTile => ({
    ...printDuration(own.figures[figure], words, outcomeHref(own, means[figure])),
    change: prepareTileChange(
      { measure: "duration", value: own.figures[figure]?.meanMs, whenMore: "bad" },
      compared && meanBeside(compared.figures[figure], words, outcomeHref(compared, means[figure])),
      words,
    ),
  });
  const share = (figure: WaitShare): WaitTile => ({
    ...printShare(own.figures[figure], words, {
      part: outcomeHref(own, shares[figure]),
      whole: figure === "overflow" ? visitsHref(own.visits) : longerThanShortHref(own.visits),
    }),
    change: prepareTileChange(
      { measure: "share", value: own.figures[figure]?.share, whenMore: "bad" },
      compared && shareBeside(compared.figures[figure], words, outcomeHref(compared, shares[figure])),
      words,
    ),
  });
  return {
    speedOfAnswer: mean("speedOfAnswer"),
    waitOfAbandoned: mean("waitOfAbandoned"),
    abandonment: share("abandonment"),
    overflow: share("overflow"),
  };
}

function outcomeHref({ visits }: WaitSide, outcome: VisitOutcome) {
  return visitsHref(visits, { visitOutcomes: [outcome] });
}
