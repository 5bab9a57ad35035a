import { useFormatter } from "next-intl";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** Prints a file's size in the largest unit that keeps it at 1 or more. */
export function useFileSize() {
  const format = useFormatter();
  return (bytes: number) => format.number(...fileSize(bytes));
}

function fileSize(bytes: number) {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return [
    bytes / 1000 ** power,
    {
      style: "unit",
      unit: UNITS[power] ?? "byte",
      unitDisplay: power === 0 ? "long" : "short",
      maximumFractionDigits: 1,
    },
  ] as const;
}
