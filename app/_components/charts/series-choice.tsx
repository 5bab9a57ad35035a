"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

/** Which of a chart's series a click on the plot, or Enter, opens the calls of; up and down choose another. */
export function useSeriesChoice<Series extends { readonly name: string }>(openable: readonly Series[]) {
  const t = useTranslations("charts");
  const [place, setPlace] = useState(0);
  const [hasChosen, setHasChosen] = useState(false);
  const chosen = openable[place];
  return {
    chosen,
    step: (by: 1 | -1) => {
      setPlace((place + by + openable.length) % openable.length);
      setHasChosen(true);
    },
    said: (
      <p role="status" data-unexported className="sr-only">
        {hasChosen && chosen ? t("enterOpens", { name: chosen.name }) : ""}
      </p>
    ),
  };
}
