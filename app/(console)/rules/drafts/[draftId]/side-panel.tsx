"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import { AllocationInspector } from "@/app/(console)/rules/drafts/[draftId]/allocation-inspector";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { ExampleList } from "@/app/(console)/rules/drafts/[draftId]/example-list";
import { RuleInspector } from "@/app/(console)/rules/drafts/[draftId]/rule-inspector";
import { anchorOf, type Panel, panels } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import { TryIt } from "@/app/(console)/rules/drafts/[draftId]/try-it";
import type { Example } from "@/server/domain/routing/regions/example";

interface SidePanelProps {
  panel: Panel;
  onPanel: (panel: Panel) => void;
  example: Example;
  onExample: (example: Example) => void;
}

/** What is selected, a call to try, and the examples. */
export function SidePanel({ panel, onPanel, example, onExample }: SidePanelProps) {
  const t = useTranslations("ruleEditor.panels");
  const { selected } = useEditor();
  return (
    <Tabs.Root
      onKeyDown={(event) => {
        if (event.key === "Escape") document.getElementById(anchorOf(selected))?.focus();
      }}
      value={panel}
      onValueChange={(value) => onPanel(panels.find((one) => one === value) ?? "edit")}
      className="sticky top-4 grid max-h-[calc(100vh-2rem)] grid-rows-[auto_minmax(0,1fr)] rounded-lg border border-line bg-surface"
    >
      <Tabs.List aria-label={t("label")} className="flex gap-1 border-line border-b p-1.5">
        {panels.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            id={`panel-${one}`}
            className="h-7 rounded-sm px-2.5 text-muted text-table hover:text-ink data-active:bg-selected data-active:font-medium data-active:text-ink"
          >
            {t(`${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="edit" className="overflow-y-auto p-3">
        <Inspector />
      </Tabs.Panel>
      <Tabs.Panel value="try" className="overflow-y-auto p-3">
        <TryIt example={example} onChange={onExample} />
      </Tabs.Panel>
      <Tabs.Panel value="examples" className="overflow-y-auto p-3">
        <ExampleList />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function Inspector() {
  const t = useTranslations("ruleEditor.panels");
  const { content, selected } = useEditor();
  const { queueRules, allocationRules } = content.ruleSet;
  if ("ruleId" in selected) {
    const rule = queueRules.find(({ ruleId }) => ruleId === selected.ruleId);
    if (rule) return <RuleInspector key={rule.ruleId} rule={rule} />;
  } else {
    const rule = allocationRules.find(({ skillGroupId }) => skillGroupId === selected.skillGroupId);
    if (rule) return <AllocationInspector key={rule.skillGroupId} rule={rule} />;
  }
  return <p className="text-muted text-table">{t("nothingSelected")}</p>;
}
