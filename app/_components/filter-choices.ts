import type { RouterOutputs } from "@/app/_trpc/outputs";

interface ProvinceChoice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen in the filters, provinces under the names that the reader knows. */
export type FilterChoices = Omit<RouterOutputs["calls"]["choices"], "provinces"> & {
  readonly provinces: readonly ProvinceChoice[];
};

/** What to call a province that stands in a filter or under a figure. */
export function provinceIn({ provinces }: FilterChoices): (province: string) => string {
  const labels = new Map(provinces.map(({ value, label }) => [value, label]));
  return (province) => labels.get(province) ?? province;
}
