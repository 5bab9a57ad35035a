import type { TileChange } from "@/app/_charts/chart-models";
import type { FigureRecords } from "@/app/_charts/figure-records";
import {
  type ChangeWords,
  countBeside,
  meanBeside,
  prepareTileChange,
  shareBeside,
} from "@/app/_charts/prepare-change";
import { type PrintedFigure, printCount, printDuration, printShare } from "@/app/_charts/prepare-figures";
import { type IvrFigures, ivrCallsHref } from "@/app/_charts/prepare-ivr";

export interface IvrSide {
  readonly calls: FigureRecords;
  readonly figures: IvrFigures;
}

export interface IvrTile extends PrintedFigure {
  readonly change: TileChange | null;
}

const outcomes = { left: "left_in_ivr", answered: "answered" } as const;

/** How many calls were in the IVR, how many ended there or were answered after it, and how long they took. */
export function prepareIvrTiles(
  own: IvrSide,
  compared: IvrSide | null,
  words: ChangeWords,
): Record<"inIvr" | "leftInIvr" | "answeredAfterIvr" | "ivrTime", IvrTile> {
  const all = ivrCallsHref(own.calls);
  const allCompared = compared && ivrCallsHref(compared.calls);
  const share = (figure: keyof typeof outcomes): IvrTile => ({
    ...printShare(own.figures[figure], words, {
      part: ivrCallsHref(own.calls, outcomes[figure]),
      whole: all,
    }),
    change: prepareTileChange(
      { measure: "share", value: own.figures[figure]?.share, whenMore: "neutral" },
      compared &&
        shareBeside(compared.figures[figure], words, ivrCallsHref(compared.calls, outcomes[figure])),
      words,
    ),
  });
  return {
    inIvr: {
      ...printCount(own.figures.inIvr, words, all),
      change: prepareTileChange(
        { measure: "count", value: own.figures.inIvr, whenMore: "neutral" },
        compared && countBeside(compared.figures.inIvr, words, allCompared),
        words,
      ),
    },
    leftInIvr: share("left"),
    answeredAfterIvr: share("answered"),
    ivrTime: {
      ...printDuration(own.figures.time, words, all),
      change: prepareTileChange(
        { measure: "duration", value: own.figures.time?.meanMs, whenMore: "neutral" },
        compared && meanBeside(compared.figures.time, words, allCompared),
        words,
      ),
    },
  };
}
