"use client";

import { useRefusalText } from "@/app/_components/refusal-text";
import { Notice } from "@/app/_components/ui/notice";
import type { Refusal } from "@/server/domain/refusal";

export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const textOf = useRefusalText();
  return <Notice tone="warning" title={textOf(refusal)} />;
}
