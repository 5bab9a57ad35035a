import type { useFormatter } from "next-intl";
import { getFormatter, getTranslations } from "next-intl/server";
import type { FigureWords } from "@/app/_charts/figure-words";
import { formatDuration } from "@/app/_components/format/duration";
import type { Translator } from "@/app/_i18n/translator";

const signed = { signDisplay: "exceptZero", maximumFractionDigits: 1 } as const;

function signedDuration(ms: number): string {
  const words = formatDuration(ms);
  return ms >= 1000 ? `+${words}` : words;
}

/** The sign that durations have too, and that is as wide as a plus. */
function withMinus(number: string): string {
  return number.replace("-", "−");
}

/** How figures are printed in the language of a translator. */
export function figureWords(t: Translator<"figures">, format: ReturnType<typeof useFormatter>): FigureWords {
  const count = (value: number) => format.number(value, "whole");
  return {
    count,
    share: (value) => format.number(value, "percent"),
    duration: formatDuration,
    change: {
      count: (value) => withMinus(format.number(value, { ...signed, style: "percent" })),
      share: (value) => t("points", { value: withMinus(format.number(value * 100, signed)) }),
      duration: signedDuration,
    },
    none: t("none"),
    n: (value) => t("n", { count: count(value) }),
    partOf: (part, whole) => t("partOf", { part, whole }),
    madeOf: (figure, records) => t("madeOf", { figure, records }),
    interval: (low, high) => t("interval", { low, high }),
    medianLine: (median, p90) => t("medianLine", { median, p90 }),
    columns: { median: t("median"), mean: t("mean"), p90: t("p90"), count: t("count") },
  };
}

/** `figureWords` of the request. */
export async function getFigureWords(): Promise<FigureWords> {
  return figureWords(await getTranslations("figures"), await getFormatter());
}
