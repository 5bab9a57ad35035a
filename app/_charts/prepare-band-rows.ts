import type { QuantileBandModel } from "@/app/_charts/chart-models";
import { settledAndRunning } from "@/app/_charts/prepare-time-series-rows";
import { behindRunning } from "@/app/_charts/running-from";

type BandRow = Readonly<Record<string, number | readonly (number | null)[] | null>>;

/** A row for each interval; what still runs stands under keys of its own, to be drawn pale. */
export function rowsOfQuantileBand({ intervals, bands, compared }: QuantileBandModel): BandRow[] {
  const behind = behindRunning(intervals);
  return bands.map((band, index) => {
    const at = behind(index);
    return {
      index,
      ...settledAndRunning("most", { value: band && [band.p10.value, band.p90.value], at }),
      ...settledAndRunning("middle", { value: band && [band.p25.value, band.p75.value], at }),
      ...settledAndRunning("median", { value: band?.median.value ?? null, at }),
      ...settledAndRunning("compared", { value: compared?.medians[index]?.value ?? null, at }),
    };
  });
}
