"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Temporal } from "temporal-polyfill";
import { v4 } from "uuid";
import { Explanation } from "@/app/_components/explanation/explanation";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { PlainInput, PlainSelect } from "@/app/_components/ui/plain-field";
import { EditorProvider, useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { keysOf, verifications } from "@/app/(console)/rules/drafts/[draftId]/question-form-model";
import { ChoiceField, NumberField } from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import { type ArrivalOutcome, decideArrival } from "@/server/domain/routing/decide";
import { ExampleId, type Expectation } from "@/server/domain/routing/example-test";
import { explain } from "@/server/domain/routing/explain";
import { type CallFacts, emptyGroup, type GroupFacts } from "@/server/domain/routing/facts";
import { type Example, floorOf } from "@/server/domain/routing/regions/example";
import type { RuleSet } from "@/server/domain/routing/rule";
import { settingsOf } from "@/server/domain/routing/versions/knowledge";

interface TryItProps {
  example: Example;
  onChange: (example: Example) => void;
}

/** Any call on any floor, and what the rules make of it. */
export function TryIt({ example, onChange }: TryItProps) {
  const t = useTranslations("ruleEditor");
  const editor = useEditor();
  const { content, knowledge, words, names, edit, isReadOnly } = editor;
  const decision = decideArrival(
    content.ruleSet,
    { facts: example.call },
    { floor: floorOf(example, settingsOf(knowledge)), now: example.at },
  );
  const { outcome } = decision;
  const { queueRules } = content.ruleSet;
  const taken = queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);

  function keep() {
    edit({
      kind: "keepExample",
      example: {
        exampleId: ExampleId.parse(v4()),
        name: t("try.exampleName", { number: content.examples.length + 1 }),
        call: example.call,
        groups: [...example.groups],
        at: example.at,
        expected: expectationOf(content.ruleSet, decision.outcome),
      },
    });
  }

  return (
    <div className="grid gap-3">
      <p role="status" className="rounded-md bg-selected px-3 py-2 font-medium text-body">
        {outcome.kind === "enter"
          ? t("decision.enter", {
              group: words.group(outcome.skillGroupId),
              priority: taken?.treatment.priority ?? 0,
            })
          : t(`decision.${outcome.kind}`)}
      </p>
      <Explanation
        explained={explain(decision.trace)}
        names={{
          ...names,
          rules: new Map(queueRules.map(({ ruleId, name }) => [ruleId, name])),
          calls: new Map(),
        }}
      />
      {isReadOnly ? null : (
        <Button size="sm" className="justify-self-start" onClick={keep}>
          {t("try.keep")}
        </Button>
      )}
      {/* Trying a call changes no rule: who may only read may try. */}
      <EditorProvider value={{ ...editor, isReadOnly: false }}>
        <CallFields example={example} onChange={onChange} />
        <FloorFields example={example} onChange={onChange} />
      </EditorProvider>
    </div>
  );
}

function expectationOf({ queueRules }: RuleSet, outcome: ArrivalOutcome): Expectation {
  if (outcome.kind !== "enter") return { kind: outcome.kind };
  const rule = queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);
  return { kind: "enter", skillGroupId: outcome.skillGroupId, priority: rule?.treatment.priority ?? null };
}

function localText(at: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return local.toPlainDateTime().toString({ smallestUnit: "minute" });
}

const textFacts = ["customerTier", "province", "language", "dialledNumber", "callerNumber"] as const;

function CallFields({ example, onChange }: TryItProps) {
  const t = useTranslations("ruleEditor");
  const { content, knowledge, words } = useEditor();
  const { timeZone } = content.ruleSet;
  const { call } = example;
  const tell = (part: Partial<CallFacts>) => onChange({ ...example, call: { ...call, ...part } });
  return (
    <fieldset className="grid grid-cols-2 gap-2 border-line border-t pt-3">
      <legend className="sr-only">{t("try.call")}</legend>
      <PlainInput
        label={t("try.at", { timeZone })}
        type="datetime-local"
        className="col-span-2"
        value={localText(example.at, timeZone)}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === "") return;
          const local = Temporal.PlainDateTime.from(currentTarget.value).toZonedDateTime(timeZone);
          onChange({ ...example, at: local.epochMilliseconds });
        }}
      />
      {textFacts.map((fact) => (
        <PlainInput
          key={fact}
          label={t(`question.facts.${fact}`)}
          list={`known-${fact}`}
          maxLength={40}
          value={call[fact] ?? ""}
          onChange={(event) => tell({ [fact]: event.currentTarget.value || null })}
        />
      ))}
      {(["customerTier", "province", "language", "dialledNumber"] as const).map((fact) => (
        <datalist key={fact} id={`known-${fact}`}>
          {knowledge.values[fact].map((value) => (
            <option key={value} value={value} label={fact === "province" ? words.place(value) : value} />
          ))}
        </datalist>
      ))}
      <PlainInput
        label={t("question.facts.keyTrack")}
        value={call.keyTrack.join(" ")}
        maxLength={100}
        onChange={(event) => tell({ keyTrack: keysOf(event.currentTarget.value) })}
      />
      <ChoiceField
        label={t("question.facts.verification")}
        value={call.verification ?? ""}
        choices={[
          { value: "", label: words.verification(null) },
          ...verifications.map((value) => ({ value, label: words.verification(value) })),
        ]}
        onChange={(chosen) => tell({ verification: verifications.find((value) => value === chosen) ?? null })}
      />
      <PlainSelect
        label={t("question.facts.lastAgentId")}
        value={call.lastAgentId ?? ""}
        onChange={({ target }) => {
          const agent = knowledge.agents.find(({ userId }) => userId === target.value);
          tell({ lastAgentId: agent?.userId ?? null, lastAgentAt: agent ? example.at : null });
        }}
      >
        <option value="">{words.nobody()}</option>
        {knowledge.agents.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </PlainSelect>
      <NumberField
        label={t("question.facts.hoursSinceLastCall")}
        value={call.hoursSinceLastCall}
        min={0}
        max={1_000_000}
        onChange={(hoursSinceLastCall) => tell({ hoursSinceLastCall })}
        onClear={() => tell({ hoursSinceLastCall: null })}
      />
      <Checkbox
        label={t("question.facts.hasOpenWorkOrder")}
        checked={call.hasOpenWorkOrder}
        onChange={(event) => tell({ hasOpenWorkOrder: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

const floorFacts = [
  "callersWaiting",
  "longestWaitSeconds",
  "agentsFree",
  "agentsStaffed",
  "estimatedWaitSeconds",
] as const satisfies readonly (keyof GroupFacts)[];

function FloorFields({ example, onChange }: TryItProps) {
  const t = useTranslations("ruleEditor");
  const { knowledge } = useEditor();
  const [chosen, setChosen] = useState(knowledge.groups[0]?.skillGroupId);
  if (chosen === undefined) return null;
  const facts = example.groups.find(({ skillGroupId }) => skillGroupId === chosen) ?? {
    ...emptyGroup(chosen),
    agentsStaffed: 1,
  };
  const others = example.groups.filter(({ skillGroupId }) => skillGroupId !== chosen);
  return (
    <fieldset className="grid grid-cols-2 gap-2 border-line border-t pt-3">
      <legend className="sr-only">{t("try.floor")}</legend>
      <PlainSelect
        label={t("try.floor")}
        value={chosen}
        onChange={({ target }) =>
          setChosen(knowledge.groups.find(({ skillGroupId }) => skillGroupId === target.value)?.skillGroupId)
        }
      >
        {knowledge.groups.map(({ skillGroupId, name }) => (
          <option key={skillGroupId} value={skillGroupId}>
            {name}
          </option>
        ))}
      </PlainSelect>
      {floorFacts.map((fact) => (
        <NumberField
          key={`${chosen} ${fact}`}
          label={t(`question.facts.${fact}`)}
          value={facts[fact]}
          min={0}
          max={1_000_000}
          onChange={(value) => onChange({ ...example, groups: [...others, { ...facts, [fact]: value }] })}
        />
      ))}
    </fieldset>
  );
}
