"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { FindingList } from "@/app/(console)/rules/drafts/[draftId]/finding-list";
import { followKey } from "@/app/(console)/rules/drafts/[draftId]/follow-key";
import type { OverviewPartProps } from "@/app/(console)/rules/drafts/[draftId]/overview-part";
import { anchorOf } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import { plainAllocation } from "@/server/domain/routing/versions/starter";

/** How each group's calls find their agents, as sentences. */
export function AllocationRules({ editor, findings }: OverviewPartProps) {
  const t = useTranslations("ruleEditor.allocation");
  const { content, words, selected, select, edit, knowledge, isReadOnly } = editor;
  const { allocationRules } = content.ruleSet;
  const missing = knowledge.groups.filter(
    ({ skillGroupId, isArchived }) =>
      !isArchived && !allocationRules.some((rule) => rule.skillGroupId === skillGroupId),
  );
  return (
    <section aria-labelledby="allocation-rules" className="grid gap-2">
      <h2 id="allocation-rules" className="text-section">
        {t("title")}
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line border-b-0">
        {allocationRules.map((rule) => {
          const { skillGroupId } = rule;
          const isSelected = "skillGroupId" in selected && selected.skillGroupId === skillGroupId;
          return (
            <li
              key={skillGroupId}
              className={clsx("border-line border-b px-3", isSelected ? "bg-selected" : "bg-surface")}
            >
              <button
                type="button"
                id={anchorOf({ skillGroupId })}
                aria-current={isSelected || undefined}
                className="grid w-full rounded-sm py-2 text-left"
                onClick={(event) => {
                  select({ skillGroupId });
                  followKey(event);
                }}
              >
                <span className="text-body font-medium">{words.group(skillGroupId)}</span>
                <span className="text-table">{words.all(words.allocation(rule))}</span>
                {words.otherwise(rule).map((sentence) => (
                  <span key={sentence} className="text-caption text-muted">
                    {sentence}
                  </span>
                ))}
              </button>
              <FindingList
                editor={editor}
                findings={findings.filter(
                  ({ place }) =>
                    place !== null && "skillGroupId" in place && place.skillGroupId === skillGroupId,
                )}
              />
            </li>
          );
        })}
      </ul>
      {isReadOnly ? null : (
        <div className="flex flex-wrap gap-2">
          {missing.map(({ skillGroupId, name }) => (
            <Button
              key={skillGroupId}
              size="sm"
              onClick={(event) => {
                edit({ kind: "keepAllocation", rule: plainAllocation(skillGroupId) });
                select({ skillGroupId });
                followKey(event);
              }}
            >
              {t("addGroup", { name })}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
