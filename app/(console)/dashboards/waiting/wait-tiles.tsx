import { prepareWaitTiles } from "@/app/_charts/prepare-wait-tiles";
import { useChangeWords } from "@/app/(console)/dashboards/change-words";
import { TileRow } from "@/app/(console)/dashboards/tile-row";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";

const shown = ["speedOfAnswer", "waitOfAbandoned", "abandonment", "overflow"] as const;

/** The speed of answer beside the wait of those whom it does not hear, and how many these are. */
export function WaitTiles({ view: { own, compared, words, dashboard } }: { view: WaitingView }) {
  const { compare } = dashboard;
  const tiles = prepareWaitTiles(
    { figures: own, visits: dashboard },
    compare && compared && { figures: compared, visits: compare },
    useChangeWords(words, compare),
  );
  return <TileRow tiles={shown.map((metric) => ({ metric, ...tiles[metric] }))} />;
}
