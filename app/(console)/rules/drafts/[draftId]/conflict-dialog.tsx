"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useCallWords } from "@/app/(console)/rules/call-words";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { differingPlaces, type Side, settlingEdit } from "@/app/(console)/rules/drafts/[draftId]/settling";
import type { ExampleTest, Expectation } from "@/server/domain/routing/example-test";
import type { AllocationRule, QueueRule } from "@/server/domain/routing/rule";
import type { Conflict } from "@/server/domain/routing/versions/merge";

interface ConflictDialogProps {
  conflicts: readonly Conflict[];
  onSettled: (conflict: Conflict) => void;
}

/** What two people changed at the same time: nothing is lost until somebody chooses. */
export function ConflictDialog({ conflicts, onSettled }: ConflictDialogProps) {
  const t = useTranslations("ruleEditor.conflict");
  const { edit } = useEditor();
  const title = useTitle();
  const [conflict] = conflicts;
  if (conflict === undefined) return null;

  return (
    <Dialog
      wide
      open
      onOpenChange={() => onSettled(conflict)}
      title={title(conflict)}
      description={t("description", { count: conflicts.length })}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {(
          [
            ["mine", t("mine"), t("keepMine")],
            ["theirs", t("theirs"), t("takeTheirs")],
          ] as const
        ).map(([side, whose, choice]) => (
          <section
            key={side}
            aria-label={whose}
            className="grid grid-rows-[auto_1fr_auto] gap-2 rounded-lg border border-line p-3 text-table"
          >
            <h3 className="text-section">{whose}</h3>
            <Version conflict={conflict} side={side} />
            <Button
              className="mt-1 justify-self-start"
              onClick={() => {
                edit(settlingEdit(conflict, side));
                onSettled(conflict);
              }}
            >
              {choice}
            </Button>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function useTitle(): (conflict: Conflict) => string {
  const t = useTranslations("ruleEditor.conflict");
  const { words } = useEditor();
  return (conflict) => {
    switch (conflict.kind) {
      case "rule":
      case "example":
        return t(`title.${conflict.kind}`, { name: (conflict.mine ?? conflict.theirs)?.name ?? "" });
      case "allocation":
        return t("title.allocation", { group: words.group(conflict.skillGroupId) });
      default:
        return t(`title.${conflict.kind}`);
    }
  };
}

function Version({ conflict, side }: { conflict: Conflict; side: Side }) {
  const t = useTranslations("ruleEditor.conflict");
  switch (conflict.kind) {
    case "rule": {
      const rule = conflict[side];
      return rule === null ? <p>{t("deleted")}</p> : <RuleSentence rule={rule} />;
    }
    case "allocation": {
      const rule = conflict[side];
      return rule === null ? <p>{t("deleted")}</p> : <AllocationSentence rule={rule} />;
    }
    case "order":
      return <OrderOf conflict={conflict} side={side} />;
    case "timeZone":
      return <p>{conflict[side]}</p>;
    case "example": {
      const example = conflict[side];
      return example === null ? <p>{t("deleted")}</p> : <ExampleSentence example={example} />;
    }
  }
}

function RuleSentence({ rule }: { rule: QueueRule }) {
  const { words } = useEditor();
  const more = [...words.otherwise(rule.treatment), ...rule.treatment.steps.map((step) => words.step(step))];
  return <Told name={rule.name} sentences={[words.line(rule), ...more]} />;
}

function AllocationSentence({ rule }: { rule: AllocationRule }) {
  const { words } = useEditor();
  return <Told sentences={[...words.allocation(rule), ...words.otherwise(rule)]} />;
}

function ExampleSentence({ example }: { example: ExampleTest }) {
  const { content, names } = useEditor();
  const calls = useCallWords(names, content.ruleSet.timeZone);
  const expected = useExpectedText();
  return <Told name={example.name} sentences={[calls.example(example), `→ ${expected(example.expected)}`]} />;
}

/** One side of a change, a line for each thing it says: so the eye finds what differs. */
function Told({ name, sentences }: { name?: string; sentences: readonly string[] }) {
  return (
    <div className="grid content-start gap-1">
      {name === undefined ? null : <p className="font-medium">{name}</p>}
      {sentences.map((sentence) => (
        <p key={sentence} className="break-words first-letter:uppercase">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function useExpectedText(): (expected: Expectation) => string {
  const t = useTranslations("ruleEditor.conflict");
  const kinds = useTranslations("ruleEditor.examples.kinds");
  const { words } = useEditor();
  return (expected) => {
    if (expected.kind !== "enter") return kinds(`${expected.kind}`);
    const group = words.group(expected.skillGroupId);
    const { priority } = expected;
    return priority === null ? group : t("atPriority", { group, priority });
  };
}

function OrderOf({ conflict, side }: { conflict: Extract<Conflict, { kind: "order" }>; side: Side }) {
  const { content } = useEditor();
  const names = new Map(content.ruleSet.queueRules.map(({ ruleId, name }) => [ruleId, name]));
  const { from, [side]: ruleIds } = differingPlaces(conflict);
  return (
    <ol className="grid gap-0.5">
      {ruleIds.map((ruleId, index) => (
        <li key={ruleId} className="flex gap-2">
          <span className="w-7 text-right text-muted tabular-nums">{from + index}</span>
          {names.get(ruleId)}
        </li>
      ))}
    </ol>
  );
}
