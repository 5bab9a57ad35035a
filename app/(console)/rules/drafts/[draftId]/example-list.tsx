"use client";

import { CircleCheck, CircleX, Play, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_components/ui/icon-button";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import {
  ChoiceField,
  GroupField,
  NumberField,
  TextField,
} from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import { type ExampleTest, type Expectation, runExample } from "@/server/domain/routing/example-test";
import { settingsOf } from "@/server/domain/routing/versions/knowledge";

const kinds = ["enter", "callback", "hangUp"] as const satisfies readonly Expectation["kind"][];

/** The examples that live with the rules, each run anew on every edit. */
export function ExampleList() {
  const t = useTranslations("ruleEditor.examples");
  const { content } = useEditor();
  if (content.examples.length === 0) return <p className="text-table text-muted">{t("none")}</p>;
  return (
    <ul className="grid gap-3">
      {content.examples.map((example) => (
        <ExampleItem key={example.exampleId} example={example} />
      ))}
    </ul>
  );
}

function ExampleItem({ example }: { example: ExampleTest }) {
  const t = useTranslations("ruleEditor.examples");
  const { content, knowledge, edit, tryCall, isReadOnly } = useEditor();
  const settings = settingsOf(knowledge);
  const { isPassed } = runExample(content.ruleSet, example, settings);
  const change = (part: Partial<ExampleTest>, field?: string) =>
    edit({ kind: "keepExample", example: { ...example, ...part } }, field && `${example.exampleId} ${field}`);
  return (
    <li className="grid gap-2 rounded-lg border border-line p-3">
      <div className="flex items-center gap-2 text-table">
        {isPassed ? (
          <CircleCheck aria-hidden className="size-4 text-success" />
        ) : (
          <CircleX aria-hidden className="size-4 text-danger" />
        )}
        <span className="flex-1">{t(isPassed ? "green" : "red")}</span>
        <IconButton label={t("try", { name: example.name })} onClick={() => tryCall(example)}>
          <Play aria-hidden />
        </IconButton>
        {isReadOnly ? null : (
          <IconButton
            label={t("delete", { name: example.name })}
            onClick={() => edit({ kind: "deleteExample", exampleId: example.exampleId })}
          >
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </div>
      <TextField
        label={t("name")}
        maxLength={200}
        value={example.name}
        onChange={(name) => change({ name }, "name")}
      />
      <ExpectationFields
        expected={example.expected}
        onChange={(expected) => change({ expected }, "expected")}
      />
    </li>
  );
}

interface ExpectationFieldsProps {
  expected: Expectation;
  onChange: (expected: Expectation) => void;
}

function ExpectationFields({ expected, onChange }: ExpectationFieldsProps) {
  const t = useTranslations("ruleEditor.examples");
  const { content } = useEditor();
  const first = content.ruleSet.queueRules[0]?.treatment.skillGroupId;
  return (
    <div className="grid grid-cols-[minmax(0,4fr)_minmax(0,6fr)_4rem] gap-2">
      <ChoiceField
        label={t("expected")}
        value={expected.kind}
        choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => {
          if (kind !== "enter") onChange({ kind });
          else if (first) onChange({ kind, skillGroupId: first, priority: null });
        }}
      />
      {expected.kind === "enter" ? (
        <>
          <GroupField
            label={t("group")}
            value={expected.skillGroupId}
            onChange={(skillGroupId) => onChange({ ...expected, skillGroupId })}
          />
          <NumberField
            label={t("priority")}
            value={expected.priority}
            min={-1000}
            max={1000}
            onChange={(priority) => onChange({ ...expected, priority })}
            onClear={() => onChange({ ...expected, priority: null })}
          />
        </>
      ) : null}
    </div>
  );
}
