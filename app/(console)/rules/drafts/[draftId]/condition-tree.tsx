"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { IconButton } from "@/app/_components/ui/icon-button";
import {
  addPart,
  isGroup,
  type Joining,
  joinBy,
  joiningOf,
  negate,
  partsOf,
  withoutPart,
  withPart,
} from "@/app/(console)/rules/drafts/[draftId]/condition-editing";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { CONDITIONS_ID, QuestionForm } from "@/app/(console)/rules/drafts/[draftId]/question-form";
import { ChoiceField } from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import type { Condition } from "@/server/domain/routing/condition";

interface ConditionProps {
  condition: Condition;
  /** Null takes it away. */
  onChange: (condition: Condition | null) => void;
}

const DEEPEST = 6;

/** A rule's condition: nothing, one question, or a tree of them. */
export function ConditionTree({
  condition,
  onChange,
}: {
  condition: Condition | null;
  onChange: (condition: Condition | null) => void;
}) {
  const t = useTranslations("ruleEditor.condition");
  const { isReadOnly } = useEditor();
  return (
    <div id={CONDITIONS_ID} tabIndex={-1} className="grid gap-2">
      {condition === null ? (
        <p className="text-table text-muted">{t("none")}</p>
      ) : (
        <Part condition={condition} onChange={onChange} depth={0} />
      )}
      {isReadOnly || (condition !== null && isGroup(condition)) ? null : (
        <AddCondition onAdd={(added) => onChange(addPart(condition, added))} isGroupOffered={false} />
      )}
    </div>
  );
}

function Part({ condition, onChange, depth }: ConditionProps & { depth: number }) {
  return isGroup(condition) ? (
    <Group condition={condition} onChange={onChange} depth={depth} />
  ) : (
    <Leaf condition={condition} onChange={onChange} />
  );
}

/** Parts that are joined by all, any or none. */
function Group({ condition, onChange, depth }: ConditionProps & { depth: number }) {
  const t = useTranslations("ruleEditor.condition");
  const { isReadOnly } = useEditor();
  const joining = joiningOf(condition);
  const joinings: readonly Joining[] = ["all", "any", "notAll", "none"];
  return (
    <fieldset className="grid gap-2 border-line border-l-2 pl-3">
      <legend className="sr-only">{t(`joinings.${joining}`)}</legend>
      <div className="flex items-end gap-1">
        <ChoiceField
          label={t("joining")}
          value={joining}
          choices={joinings.map((value) => ({ value, label: t(`joinings.${value}`) }))}
          onChange={(value) => onChange(joinBy(value, partsOf(condition)))}
        />
        {isReadOnly || depth === 0 ? null : (
          <IconButton label={t("removeGroup")} onClick={() => onChange(null)}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </div>
      <ul className="grid gap-2">
        {partsOf(condition).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may be alike, and their place is all that tells them apart.
          <li key={index}>
            <Part
              condition={part}
              depth={depth + 1}
              onChange={(changed) =>
                onChange(
                  changed === null ? withoutPart(condition, index) : withPart(condition, index, changed),
                )
              }
            />
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <AddCondition
          isGroupOffered={depth < DEEPEST}
          onAdd={(added) => onChange(addPart(condition, added))}
        />
      )}
    </fieldset>
  );
}

/** One question, or its opposite. */
function Leaf({ condition, onChange }: ConditionProps) {
  const t = useTranslations("ruleEditor.condition");
  const { words, isReadOnly } = useEditor();
  const [isOpen, setIsOpen] = useState(false);
  const isNegated = "not" in condition;
  const question = isNegated ? condition.not : condition;
  if (isOpen && "fact" in question) {
    return (
      <QuestionForm
        question={question}
        onCancel={() => setIsOpen(false)}
        onDone={(changed) => {
          setIsOpen(false);
          onChange(isNegated ? { not: changed } : changed);
        }}
      />
    );
  }
  return (
    <div className="flex items-center gap-1">
      <span className="min-w-0 flex-1 break-words text-table">{words.condition(condition)}</span>
      {isReadOnly ? null : (
        <>
          <Button
            size="sm"
            variant="quiet"
            aria-pressed={isNegated}
            className={isNegated ? "bg-selected text-ink" : ""}
            onClick={() => onChange(negate(condition))}
          >
            {t("not")}
          </Button>
          <IconButton label={t("change")} onClick={() => setIsOpen(true)}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label={t("remove")} onClick={() => onChange(null)}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  );
}

interface AddConditionProps {
  onAdd: (condition: Condition) => void;
  isGroupOffered: boolean;
}

function AddCondition({ onAdd, isGroupOffered }: AddConditionProps) {
  const t = useTranslations("ruleEditor.condition");
  const [adding, setAdding] = useState<"question" | "group" | null>(null);
  if (adding !== null) {
    return (
      <QuestionForm
        question={null}
        onCancel={() => setAdding(null)}
        onDone={(question) => {
          setAdding(null);
          onAdd(adding === "group" ? { any: [question] } : question);
        }}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-1">
      <Button size="sm" variant="quiet" onClick={() => setAdding("question")}>
        <Plus aria-hidden />
        {t("add")}
      </Button>
      {isGroupOffered ? (
        <Button size="sm" variant="quiet" onClick={() => setAdding("group")}>
          <Plus aria-hidden />
          {t("addGroup")}
        </Button>
      ) : null}
    </div>
  );
}
