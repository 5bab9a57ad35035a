"use client";

import { clsx } from "clsx";
import { Copy, Eye, EyeOff, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { v4 } from "uuid";
import type { RuleWords } from "@/app/_components/rules/rule-words";
import { Badge } from "@/app/_components/ui/badge";
import { IconButton } from "@/app/_components/ui/icon-button";
import type { EditorValue } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
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
  /** Another is searched for. It stays all the same: hundreds that came back at once would hold up the keys. */
  isHidden: boolean;
  /** It neither moves nor goes. */
  isFixed: boolean;
  isSelected: boolean;
  findings: readonly Finding[];
  coveredBy: string;
  editor: Pick<EditorValue, "draftId" | "edit" | "select" | "tryCall" | "words">;
}

/**
 * A rule as a sentence; selecting it unfolds it in the inspector. Of hundreds only those are drawn anew of which
 * something changed, so that none asks for the whole draft; and only those in sight are laid out.
 */
export const RuleRow = memo(function RuleRow({ rule, place, isHidden, isFixed, ...props }: RuleRowProps) {
  const t = useTranslations("ruleEditor.list");
  const { isSelected, findings, coveredBy, editor } = props;
  const { select, edit, words } = editor;
  const { ruleId } = rule;
  const sortable = useSortableItem({
    id: ruleId,
    label: t("drag", { name: rule.name }),
    isFixed: isFixed || isHidden,
    onMove: (by) => edit({ kind: "shiftRule", ruleId, by }),
  });

  return (
    <li
      {...sortable.item}
      hidden={isHidden}
      className={clsx(
        "border-line border-b px-2 [contain-intrinsic-size:auto_6rem] [content-visibility:auto]",
        isSelected ? "bg-selected" : "bg-surface",
      )}
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
          <Sentences rule={rule} words={words} />
        </button>
        {isFixed ? null : <RowActions rule={rule} edit={edit} />}
      </div>
      {findings.length === 0 ? null : (
        <FindingList findings={findings} coveredBy={coveredBy} editor={editor} />
      )}
    </li>
  );
});

const Sentences = memo(function Sentences({ rule, words }: { rule: QueueRule; words: RuleWords }) {
  const { treatment } = rule;
  const more = [...words.otherwise(treatment), ...treatment.steps.map((step) => words.step(step))];
  return (
    <>
      <span className="block break-words text-table">{words.line(rule)}</span>
      {more.map((sentence) => (
        <span key={sentence} className="block break-words text-caption text-muted">
          {sentence}
        </span>
      ))}
    </>
  );
});

interface RowActionsProps {
  rule: QueueRule;
  edit: EditorValue["edit"];
}

const RowActions = memo(function RowActions({ rule, edit }: RowActionsProps) {
  const t = useTranslations("ruleEditor.list");
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
});
