"use client";

import { memo } from "react";
import { AllocationRules } from "@/app/(console)/rules/drafts/[draftId]/allocation-rules";
import { EditorProvider, type EditorValue } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { FindingList } from "@/app/(console)/rules/drafts/[draftId]/finding-list";
import { QueueRules } from "@/app/(console)/rules/drafts/[draftId]/queue-rules";
import { RoutesPicture } from "@/app/(console)/rules/routes-picture";
import type { Finding } from "@/server/domain/routing/analysis/finding";

interface OverviewProps {
  /** As it was a moment ago, while more is typed: hundreds of rules are drawn when the typing lets them. */
  editor: EditorValue;
  findings: readonly Finding[];
}

/** All rules as sentences with what is wrong with them, and where calls can go. */
export const Overview = memo(function Overview({ editor, findings }: OverviewProps) {
  return (
    <EditorProvider value={editor}>
      <div className="grid gap-5">
        <FindingList findings={findings.filter(({ place }) => place === null)} />
        <QueueRules findings={findings} />
        <AllocationRules findings={findings} />
        <RoutesPicture ruleSet={editor.content.ruleSet} words={editor.words} />
      </div>
    </EditorProvider>
  );
});
