"use client";

import { useTranslations } from "next-intl";
import { ConditionTree } from "@/app/(console)/rules/drafts/[draftId]/condition-tree";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { FallbackFields } from "@/app/(console)/rules/drafts/[draftId]/fallback-fields";
import { InspectorPart } from "@/app/(console)/rules/drafts/[draftId]/inspector-part";
import { StepList } from "@/app/(console)/rules/drafts/[draftId]/step-list";
import { GroupField, NumberField, TextField } from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import type { QueueRule, Treatment } from "@/server/domain/routing/rule";

/** Everything that a queue rule says, to be changed. */
export function RuleInspector({ rule }: { rule: QueueRule }) {
  const t = useTranslations("ruleEditor.rule");
  const { content, edit } = useEditor();
  const isLast = content.ruleSet.queueRules.at(-1)?.ruleId === rule.ruleId;
  const { treatment } = rule;
  const change = (part: Partial<QueueRule>, field?: string) =>
    edit({ kind: "changeRule", rule: { ...rule, ...part } }, field && `${rule.ruleId} ${field}`);
  const treat = (part: Partial<Treatment>, field?: string) =>
    change({ treatment: { ...treatment, ...part } }, field);
  return (
    <div className="grid gap-3">
      <TextField
        label={t("name")}
        maxLength={80}
        value={rule.name}
        onChange={(name) => change({ name }, "name")}
      />
      <InspectorPart title={t("when")}>
        {isLast ? (
          <p className="text-table text-muted">{t("lastMatches")}</p>
        ) : (
          <ConditionTree condition={rule.when} onChange={(when) => change({ when })} />
        )}
      </InspectorPart>
      <InspectorPart title={t("enter")}>
        <div className="grid grid-cols-2 gap-2">
          <GroupField
            label={t("group")}
            value={treatment.skillGroupId}
            onChange={(skillGroupId) => treat({ skillGroupId })}
          />
          <NumberField
            label={t("priority")}
            value={treatment.priority}
            min={-1000}
            max={1000}
            onChange={(priority) => treat({ priority }, "priority")}
          />
          <NumberField
            label={t("ageing")}
            value={treatment.ageing}
            min={0}
            max={100}
            isFractional
            onChange={(ageing) => treat({ ageing }, "ageing")}
          />
          <NumberField
            label={t("leastProficiency")}
            value={treatment.leastProficiency}
            min={1}
            max={5}
            onChange={(leastProficiency) => treat({ leastProficiency }, "leastProficiency")}
          />
        </div>
      </InspectorPart>
      <InspectorPart title={t("otherwise")}>
        <FallbackFields
          otherwise={treatment.otherwise}
          from={treatment.skillGroupId}
          onChange={(otherwise) => treat({ otherwise }, "otherwise")}
        />
      </InspectorPart>
      <InspectorPart title={t("steps")}>
        <StepList
          steps={treatment.steps}
          from={treatment.skillGroupId}
          onChange={(steps) => treat({ steps })}
        />
      </InspectorPart>
    </div>
  );
}
