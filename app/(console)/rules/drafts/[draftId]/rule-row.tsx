"use client";

import { clsx } from "clsx";
import { Copy, Eye, EyeOff, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { v4 } from "uuid";
import { Badge } from "@/app/_components/ui/badge";
import { IconButton } from "@/app/_components/ui/icon-button";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { FindingList } from "@/app/(console)/rules/drafts/[draftId]/finding-list";
import { followKey } from "@/app/(console)/rules/drafts/[draftId]/follow-key";
import { anchorOf } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import { useSortableItem } from "@/app/(console)/rules/drafts/[draftId]/use-sortable-item";
import type { Finding } from "@/server/domain/routing/analysis/finding";
import { type QueueRule, RuleId } from "@/server/domain/routing/rule";

const NAME_MAX = 80;

interface RuleRowProps {
  rule: QueueRule;
  place: number;
  isLast: boolean;
  findings: readonly Finding[];
}

/** A rule as a sentence; selecting it unfolds it in the inspector. */
export function RuleRow({ rule, place, isLast, findings }: RuleRowProps) {
  const t = useTranslations("ruleEditor.list");
  const { selected, select, edit, isReadOnly, words } = useEditor();
  const { ruleId } = rule;
  const isFixed = isLast || isReadOnly;
  const sortable = useSortableItem({
    id: ruleId,
    label: t("drag", { name: rule.name }),
    isFixed,
    onMove: (by) => edit({ kind: "moveRule", ruleId, to: place - 1 + by }),
  });
  const isSelected = "ruleId" in selected && selected.ruleId === ruleId;

  return (
    <li
      {...sortable.item}
      className={clsx("border-line border-b px-2", isSelected ? "bg-selected" : "bg-surface")}
    >
      <div className="flex items-start gap-1 py-1.5">
        {sortable.handle}
        <button
          type="button"
          id={anchorOf({ ruleId })}
          aria-current={isSelected || undefined}
          {...sortable.keys}
          onClick={(event) => {
            select({ ruleId });
            followKey(event);
          }}
          className={clsx("min-w-0 flex-1 rounded-sm py-1 text-left", rule.isEnabled ? "" : "text-muted")}
        >
          <span className="flex flex-wrap items-baseline gap-x-2 text-body">
            <span className="text-muted tabular-nums">{place}</span>
            <span className="font-medium">{rule.name}</span>
            {rule.isEnabled ? null : <Badge>{t("disabled")}</Badge>}
          </span>
          <span className="block break-words text-table">
            {words.when(rule)} → {words.enters(rule.treatment)}
          </span>
          {[...words.otherwise(rule.treatment), ...rule.treatment.steps.map((step) => words.step(step))].map(
            (sentence) => (
              <span key={sentence} className="block break-words text-caption text-muted">
                {sentence}
              </span>
            ),
          )}
        </button>
        {isFixed ? null : <RowActions rule={rule} />}
      </div>
      <FindingList findings={findings} />
    </li>
  );
}

function RowActions({ rule }: { rule: QueueRule }) {
  const t = useTranslations("ruleEditor.list");
  const { edit } = useEditor();
  const { ruleId, name, isEnabled } = rule;
  return (
    <span className="flex shrink-0">
      <IconButton
        label={t(isEnabled ? "disable" : "enable", { name })}
        onClick={() => edit({ kind: "changeRule", rule: { ...rule, isEnabled: !isEnabled } })}
      >
        {isEnabled ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
      </IconButton>
      <IconButton
        label={t("duplicate", { name })}
        onClick={() =>
          edit({
            kind: "duplicateRule",
            ruleId,
            copyId: RuleId.parse(v4()),
            name: t("copyOf", { name }).slice(0, NAME_MAX),
          })
        }
      >
        <Copy aria-hidden />
      </IconButton>
      <IconButton label={t("delete", { name })} onClick={() => edit({ kind: "deleteRule", ruleId })}>
        <Trash2 aria-hidden />
      </IconButton>
    </span>
  );
}
