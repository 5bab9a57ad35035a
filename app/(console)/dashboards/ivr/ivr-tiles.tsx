import { prepareIvrTiles } from "@/app/_charts/prepare-ivr-tiles";
import { useChangeWords } from "@/app/(console)/dashboards/change-words";
import type { IvrView } from "@/app/(console)/dashboards/ivr/read-ivr";
import { TileRow } from "@/app/(console)/dashboards/tile-row";

const shown = ["inIvr", "leftInIvr", "answeredAfterIvr", "ivrTime"] as const;

/** How many calls were in the IVR, how many ended there or were answered after it, and how long they took. */
export function IvrTiles({ view: { own, compared, words, dashboard } }: { view: IvrView }) {
  const { compare } = dashboard;
  const tiles = prepareIvrTiles(
    { figures: own, calls: dashboard },
    compare && compared && { figures: compared, calls: compare },
    useChangeWords(words, compare),
  );
  return <TileRow tiles={shown.map((metric) => ({ metric, ...tiles[metric] }))} />;
}
