"use client";

import { useTranslations } from "next-intl";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { ChoiceField, GroupField, TextField } from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import type { SkillGroupId } from "@/server/domain/identifiers";
import { type Fallback, type Fallbacks, obstacles } from "@/server/domain/routing/rule";

interface FallbackFieldsProps {
  otherwise: Fallbacks;
  /** The group that overflows: it is not the one to overflow to. */
  from: SkillGroupId;
  onChange: (otherwise: Fallbacks) => void;
}

const kinds = ["waitAnyway", "overflow", "callback", "hangUp"] as const;

/** What becomes of callers who cannot wait, by what keeps them from it. */
export function FallbackFields({ otherwise, from, onChange }: FallbackFieldsProps) {
  const t = useTranslations("ruleEditor.fallback");
  const { knowledge } = useEditor();
  const other = knowledge.groups.find(({ skillGroupId, isArchived }) => !isArchived && skillGroupId !== from);

  function start(kind: Fallback["kind"]): Fallback {
    if (kind === "overflow") return { kind, to: other?.skillGroupId ?? from };
    return kind === "hangUp" ? { kind, message: t("firstMessage") } : { kind };
  }

  return (
    <div className="grid gap-2">
      {obstacles.map((obstacle) => {
        const fallback = otherwise[obstacle];
        const change = (changed: Fallback) => onChange({ ...otherwise, [obstacle]: changed });
        return (
          <div key={obstacle} className="grid grid-cols-2 gap-2">
            <ChoiceField
              label={t(`if.${obstacle}`)}
              value={fallback.kind}
              choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              onChange={(kind) => change(start(kind))}
            />
            {fallback.kind === "overflow" ? (
              <GroupField
                label={t("to")}
                value={fallback.to}
                onChange={(to) => change({ ...fallback, to })}
              />
            ) : null}
            {fallback.kind === "hangUp" ? (
              <TextField
                label={t("message")}
                maxLength={200}
                value={fallback.message}
                onChange={(message) => change({ ...fallback, message })}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
