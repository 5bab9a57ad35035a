"use client";

import { clsx } from "clsx";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { IconButton } from "@/app/_components/ui/icon-button";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { selectedPart } from "@/app/(console)/rules/drafts/[draftId]/inspector-part";
import {
  ChoiceField,
  GroupField,
  NumberField,
  TextField,
} from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Step } from "@/server/domain/routing/rule";

const kinds = [
  "announce",
  "raisePriority",
  "lowerProficiency",
  "widen",
  "offerCallback",
  "overflow",
  "hangUp",
] as const satisfies readonly Step["kind"][];

const STEPS_MAX = 30;

interface StepListProps {
  steps: readonly Step[];
  from: SkillGroupId;
  onChange: (steps: Step[]) => void;
}

/** What happens while a caller waits, always in the order of time. */
export function StepList({ steps, from, onChange }: StepListProps) {
  const t = useTranslations("ruleEditor.steps");
  const { knowledge, isReadOnly, selected } = useEditor();
  const selectedStep = "ruleId" in selected ? selected.step : undefined;
  const [kind, setKind] = useState<Step["kind"]>("announce");
  const inTime = (some: readonly Step[]) =>
    some.toSorted((one, other) => one.afterSeconds - other.afterSeconds);

  function start(): Step {
    const afterSeconds = Math.min((steps.at(-1)?.afterSeconds ?? 0) + 60, 86_400);
    const to = knowledge.groups.find(({ skillGroupId }) => skillGroupId !== from)?.skillGroupId ?? from;
    const begun: Record<Step["kind"], Step> = {
      announce: { kind: "announce", afterSeconds, what: "position" },
      raisePriority: { kind: "raisePriority", afterSeconds, by: 1 },
      lowerProficiency: { kind: "lowerProficiency", afterSeconds, to: 1 },
      widen: { kind: "widen", afterSeconds, to: [to] },
      offerCallback: { kind: "offerCallback", afterSeconds },
      overflow: { kind: "overflow", afterSeconds, to },
      hangUp: { kind: "hangUp", afterSeconds, message: t("firstMessage") },
    };
    return begun[kind];
  }

  return (
    <div className="grid gap-2">
      {steps.length === 0 ? <p className="text-table text-muted">{t("none")}</p> : null}
      <ol className="grid gap-2">
        {steps.map((step, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike, and their place is all that tells them apart.
            key={index}
            aria-current={index === selectedStep || undefined}
            className={clsx(
              "grid grid-cols-[5rem_minmax(0,1fr)_auto] items-end gap-2",
              index === selectedStep && selectedPart,
            )}
          >
            <NumberField
              label={t("afterSeconds")}
              value={step.afterSeconds}
              min={0}
              max={86_400}
              isTakenLate
              onChange={(afterSeconds) => onChange(inTime(steps.with(index, { ...step, afterSeconds })))}
            />
            <StepFields step={step} onChange={(changed) => onChange(steps.with(index, changed))} />
            {isReadOnly ? null : (
              <IconButton
                label={t("remove", { place: index + 1 })}
                className="mb-0.5"
                onClick={() => onChange(steps.toSpliced(index, 1))}
              >
                <Trash2 aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {isReadOnly || steps.length >= STEPS_MAX ? null : (
        <div className="flex items-end gap-2">
          <ChoiceField
            label={t("kind")}
            value={kind}
            className="flex-1"
            choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={setKind}
          />
          <Button onClick={() => onChange(inTime([...steps, start()]))}>
            <Plus aria-hidden />
            {t("add")}
          </Button>
        </div>
      )}
    </div>
  );
}

function StepFields({ step, onChange }: { step: Step; onChange: (step: Step) => void }) {
  const t = useTranslations("ruleEditor.steps");
  switch (step.kind) {
    case "raisePriority":
      return (
        <NumberField
          label={t("kinds.raisePriority")}
          value={step.by}
          min={1}
          max={1000}
          onChange={(by) => onChange({ ...step, by })}
        />
      );
    case "lowerProficiency":
      return (
        <NumberField
          label={t("kinds.lowerProficiency")}
          value={step.to}
          min={1}
          max={5}
          onChange={(to) => onChange({ ...step, to })}
        />
      );
    case "announce":
      return (
        <ChoiceField
          label={t("kinds.announce")}
          value={step.what}
          choices={(["position", "estimatedWait"] as const).map((value) => ({
            value,
            label: t(`announced.${value}`),
          }))}
          onChange={(what) => onChange({ ...step, what })}
        />
      );
    case "widen":
      return <WidenFields chosen={step.to} onChange={(to) => onChange({ ...step, to })} />;
    case "offerCallback":
      return <p className="pb-1.5 text-table">{t("kinds.offerCallback")}</p>;
    case "overflow":
      return (
        <GroupField
          label={t("kinds.overflow")}
          value={step.to}
          onChange={(to) => onChange({ ...step, to })}
        />
      );
    case "hangUp":
      return (
        <TextField
          label={t("kinds.hangUp")}
          maxLength={200}
          value={step.message}
          onChange={(message) => onChange({ ...step, message })}
        />
      );
  }
}

function WidenFields({
  chosen,
  onChange,
}: {
  chosen: readonly SkillGroupId[];
  onChange: (groups: SkillGroupId[]) => void;
}) {
  const t = useTranslations("ruleEditor.steps");
  const { knowledge, isReadOnly } = useEditor();
  return (
    <fieldset disabled={isReadOnly} className="max-h-28 overflow-y-auto rounded-md border border-line px-2">
      <legend className="text-caption text-muted">{t("kinds.widen")}</legend>
      {knowledge.groups.map(({ skillGroupId, name }) => (
        <Checkbox
          key={skillGroupId}
          label={name}
          className="mr-3"
          checked={chosen.includes(skillGroupId)}
          disabled={chosen.length === 1 && chosen.includes(skillGroupId)}
          onChange={(event) => {
            const others = chosen.filter((one) => one !== skillGroupId);
            onChange(event.currentTarget.checked ? [...others, skillGroupId] : others);
          }}
        />
      ))}
    </fieldset>
  );
}
