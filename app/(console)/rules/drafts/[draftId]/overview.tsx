"use client";

import { memo } from "react";
import { AllocationRules } from "@/app/(console)/rules/drafts/[draftId]/allocation-rules";
import { FindingList } from "@/app/(console)/rules/drafts/[draftId]/finding-list";
import type { OverviewPartProps } from "@/app/(console)/rules/drafts/[draftId]/overview-part";
import { QueueRules } from "@/app/(console)/rules/drafts/[draftId]/queue-rules";
import { RoutesPicture } from "@/app/(console)/rules/routes-picture";

/** All rules as sentences with what is wrong with them, and where calls can go. */
export const Overview = memo(function Overview({ editor, findings }: OverviewPartProps) {
  return (
    <div className="grid gap-5">
      <FindingList editor={editor} findings={findings.filter(({ place }) => place === null)} />
      <QueueRules editor={editor} findings={findings} />
      <AllocationRules editor={editor} findings={findings} />
      <RoutesPicture ruleSet={editor.content.ruleSet} words={editor.words} />
    </div>
  );
});
