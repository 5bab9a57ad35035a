"use client";

import { useQueryStates } from "nuqs";
import {
  draftParams,
  type Panel,
  paramsOf,
  placeOf,
} from "@/app/(console)/rules/drafts/[draftId]/search-params";
import type { FindingPlace } from "@/server/domain/routing/analysis/finding";

/** What is selected and what is shown of it, in the address: a link opens it, and Back leads to what was open before. */
export function useSelection(usual: FindingPlace) {
  const [params, setParams] = useQueryStates(draftParams, { history: "push" });
  return {
    selected: placeOf(params) ?? usual,
    select: (place: FindingPlace) => void setParams(paramsOf(place)),
    panel: params.panel,
    showPanel: (panel: Panel) => void setParams({ panel }),
  };
}
