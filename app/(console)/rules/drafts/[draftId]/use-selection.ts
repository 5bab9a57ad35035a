"use client";

import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
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
  const selected = useMemo(() => placeOf(params) ?? usual, [params, usual]);
  const select = useCallback((place: FindingPlace) => void setParams(paramsOf(place)), [setParams]);
  const showPanel = useCallback((panel: Panel) => void setParams({ panel }), [setParams]);
  return { selected, select, panel: params.panel, showPanel };
}
