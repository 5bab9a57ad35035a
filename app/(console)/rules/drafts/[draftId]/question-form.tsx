"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { weekdays } from "@/app/_components/rules/rule-words";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { PlainInput } from "@/app/_components/ui/plain-field";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import {
  emptyForm,
  type QuestionForm as Form,
  factForms,
  formOf,
  questionOf,
  verifications,
} from "@/app/(console)/rules/drafts/[draftId]/question-form-model";
import { ChoiceField, GroupField } from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import { ValuePicker } from "@/app/(console)/rules/drafts/[draftId]/value-picker";
import type { Fact, Question } from "@/server/domain/routing/condition";

const facts = Object.keys(factForms).filter((fact): fact is Fact => fact in factForms);

/** What holds the conditions: who is done with one goes on there. */
export const CONDITIONS_ID = "conditions";

interface QuestionFormProps {
  /** The question that is changed; null for a new one. */
  question: Question | null;
  onDone: (question: Question) => void;
  onCancel: () => void;
}

/** A condition while it is being written: it joins the rule once it is whole. */
export function QuestionForm({ question, onDone, onCancel }: QuestionFormProps) {
  const t = useTranslations("ruleEditor.question");
  const { knowledge } = useEditor();
  const firstGroup = knowledge.groups[0]?.skillGroupId;
  const [form, setForm] = useState<Form>(
    question ? formOf(question, firstGroup) : emptyForm("customerTier", firstGroup),
  );
  const [isTold, setIsTold] = useState(false);

  function leave(then: () => void) {
    document.getElementById(CONDITIONS_ID)?.focus({ preventScroll: true });
    then();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const written = questionOf(form);
    setIsTold(written === null);
    if (written !== null) leave(() => onDone(written));
  }

  function cancelByKey(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave(onCancel);
  }

  const { operators } = factForms[form.fact];
  return (
    <form
      ref={focusFirst}
      onSubmit={submit}
      onKeyDown={cancelByKey}
      aria-label={t(question ? "change" : "new")}
      className="grid gap-2 rounded-md border border-line-strong bg-canvas p-2"
    >
      <div className="grid grid-cols-2 gap-2">
        <ChoiceField
          label={t("fact")}
          value={form.fact}
          choices={facts.map((value) => ({ value, label: t(`facts.${value}`) }))}
          onChange={(fact) => setForm(emptyForm(fact, firstGroup))}
        />
        <ChoiceField
          label={t("operator")}
          value={form.operator}
          choices={operators.map((value) => ({ value, label: t(`operators.${value}`) }))}
          onChange={(operator) => setForm({ ...form, operator })}
        />
      </div>
      <Answer form={form} setForm={setForm} />
      {isTold ? (
        <p role="alert" className="text-caption text-danger">
          {t("unfinished")}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="quiet" onClick={() => leave(onCancel)}>
          {t("cancel")}
        </Button>
        <Button size="sm" variant="primary" type="submit">
          {t("done")}
        </Button>
      </div>
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null) {
  form?.querySelector("select")?.focus();
}

interface AnswerProps {
  form: Form;
  setForm: (form: Form) => void;
}

function Answer({ form, setForm }: AnswerProps) {
  const t = useTranslations("ruleEditor.question");
  const { answer } = factForms[form.fact];
  switch (answer) {
    case "words":
    case "numbers":
    case "keys":
      return <TypedValues form={form} setForm={setForm} />;
    case "choices":
      return <ListedValues form={form} setForm={setForm} />;
    case "hours":
      return <NumberOf form={form} setForm={setForm} />;
    case "clock":
      return (
        <div className="grid grid-cols-2 gap-2">
          {(["from", "until"] as const).map((end) => (
            <PlainInput
              key={end}
              type="time"
              label={t(`${end}`)}
              value={form[end]}
              onChange={(event) => setForm({ ...form, [end]: event.currentTarget.value })}
            />
          ))}
        </div>
      );
    case "yesNo":
      return <YesNo form={form} setForm={setForm} />;
    case "groupYesNo":
    case "groupNumber":
      return (
        <div className="grid grid-cols-2 gap-2">
          {form.skillGroupId ? (
            <GroupField
              label={t("group")}
              value={form.skillGroupId}
              onChange={(skillGroupId) => setForm({ ...form, skillGroupId })}
            />
          ) : null}
          {answer === "groupNumber" ? (
            <NumberOf form={form} setForm={setForm} />
          ) : (
            <YesNo form={form} setForm={setForm} />
          )}
        </div>
      );
  }
}

function NumberOf({ form, setForm }: AnswerProps) {
  const t = useTranslations("ruleEditor.question");
  const unit = form.fact === "hoursSinceLastCall" ? "hours" : "count";
  return (
    <PlainInput
      label={t(form.fact.endsWith("Seconds") ? "seconds" : unit)}
      inputMode="numeric"
      value={form.number}
      onChange={(event) => setForm({ ...form, number: event.currentTarget.value })}
    />
  );
}

function YesNo({ form, setForm }: AnswerProps) {
  const t = useTranslations("ruleEditor.question");
  return (
    <ChoiceField
      label={t("answer")}
      value={form.isYes ? "yes" : "no"}
      choices={[
        { value: "yes", label: t("yes") },
        { value: "no", label: t("no") },
      ]}
      onChange={(chosen) => setForm({ ...form, isYes: chosen === "yes" })}
    />
  );
}

function TypedValues({ form, setForm }: AnswerProps) {
  const t = useTranslations("ruleEditor.question");
  const { knowledge, words } = useEditor();
  const known: Partial<Record<Fact, readonly string[]>> = knowledge.values;
  const suggestions = (known[form.fact] ?? []).map((value) => ({
    value,
    label: form.fact === "province" ? words.place(value) : value,
  }));
  const isNullable = factForms[form.fact].isNullable && form.operator === "isOneOf";
  return (
    <ValuePicker
      key={form.fact}
      label={t("values")}
      values={form.values}
      suggestions={suggestions}
      isNullable={isNullable}
      onChange={(values) => setForm({ ...form, values })}
    />
  );
}

function ListedValues({ form, setForm }: AnswerProps) {
  const t = useTranslations("ruleEditor.question");
  const choices = useListed(form.fact);
  return (
    <fieldset className="grid max-h-40 gap-x-3 overflow-y-auto rounded-md border border-line px-2 py-1">
      <legend className="text-caption text-muted">{t("values")}</legend>
      {choices.map(({ value, label }) => (
        <Checkbox
          key={label}
          label={label}
          checked={form.values.includes(value)}
          onChange={(event) => {
            const others = form.values.filter((one) => one !== value);
            setForm({ ...form, values: event.currentTarget.checked ? [...others, value] : others });
          }}
        />
      ))}
    </fieldset>
  );
}

function useListed(fact: Fact): readonly { value: string | null; label: string }[] {
  const { knowledge, words } = useEditor();
  if (fact === "weekday")
    return weekdays.map((weekday, index) => ({ value: String(index + 1), label: words.weekday(weekday) }));
  if (fact === "lastAgentId") {
    const agents = knowledge.agents.map(({ userId, name }) => ({ value: userId, label: name }));
    return [{ value: null, label: words.nobody() }, ...agents];
  }
  const listed = verifications.map((value) => ({ value, label: words.verification(value) }));
  return [{ value: null, label: words.verification(null) }, ...listed];
}
