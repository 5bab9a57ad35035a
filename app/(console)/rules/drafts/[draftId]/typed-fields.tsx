"use client";

import { type KeyboardEvent, useState } from "react";
import { PlainInput, PlainSelect } from "@/app/_components/ui/plain-field";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { SkillGroupId } from "@/server/domain/identifiers";

/** What was typed while the value was `of`: it gives way as soon as the value becomes another one. */
interface Typed<Value> {
  readonly text: string;
  readonly of: Value;
}

function shownText<Value extends string | number | null>(typed: Typed<Value> | null, value: Value): string {
  if (typed !== null && typed.of === value) return typed.text;
  return value === null ? "" : String(value);
}

interface NumberFieldProps<Value extends number | null> {
  label: string;
  value: Value;
  min: number;
  max: number;
  /** Fractions are allowed. */
  isFractional?: boolean;
  /** The value is taken when the field is left, because it decides where the field stands. */
  isTakenLate?: boolean;
  className?: string;
  onChange: (value: number) => void;
  /** For a value that may be missing. */
  onClear?: () => void;
}

/** A number that is taken over only while it may be: the value behind it is always one that fits. */
export function NumberField<Value extends number | null>({
  value,
  min,
  max,
  isFractional = false,
  isTakenLate = false,
  onChange,
  onClear,
  ...rest
}: NumberFieldProps<Value>) {
  const { isReadOnly } = useEditor();
  const [typed, setTyped] = useState<Typed<number | null> | null>(null);
  const text = shownText<number | null>(typed, value);
  const fits = (candidate: string) => {
    const read = Number(candidate);
    return candidate.trim() !== "" && read >= min && read <= max && (isFractional || Number.isInteger(read));
  };
  const isCleared = text.trim() === "" && onClear !== undefined;

  function type(next: string) {
    const isTaken = fits(next) && !isTakenLate;
    setTyped({ text: next, of: isTaken ? Number(next) : value });
    if (isTaken) onChange(Number(next));
    else if (next.trim() === "" && onClear) {
      setTyped({ text: next, of: null });
      onClear();
    }
  }

  function leave() {
    setTyped(null);
    if (isTakenLate && fits(text) && Number(text) !== value) onChange(Number(text));
  }

  return (
    <PlainInput
      {...rest}
      inputMode={isFractional ? "decimal" : "numeric"}
      value={text}
      disabled={isReadOnly}
      aria-invalid={!(isCleared || fits(text))}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter") leave();
      }}
    />
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  maxLength: number;
  className?: string;
  onChange: (value: string) => void;
}

/** Words that may not be missing: an empty field keeps what was there until something is typed. */
export function TextField({ value, onChange, ...rest }: TextFieldProps) {
  const { isReadOnly } = useEditor();
  const [typed, setTyped] = useState<Typed<string> | null>(null);
  const text = shownText(typed, value);
  return (
    <PlainInput
      {...rest}
      value={text}
      disabled={isReadOnly}
      aria-invalid={text === ""}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        setTyped({ text: next, of: next === "" ? value : next });
        if (next !== "") onChange(next);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

interface ChoiceFieldProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  className?: string;
  onChange: (value: Value) => void;
}

/** One of several. */
export function ChoiceField<Value extends string>({ choices, onChange, ...rest }: ChoiceFieldProps<Value>) {
  const { isReadOnly } = useEditor();
  return (
    <PlainSelect
      {...rest}
      disabled={isReadOnly}
      onChange={(event) => {
        const chosen = choices.find(({ value }) => value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </PlainSelect>
  );
}

interface GroupFieldProps {
  label: string;
  value: SkillGroupId;
  className?: string;
  onChange: (value: SkillGroupId) => void;
}

/** A skill group that is in use, and the chosen one in any case. */
export function GroupField(props: GroupFieldProps) {
  const { knowledge, words } = useEditor();
  const used = knowledge.groups.filter(
    ({ isArchived, skillGroupId }) => !isArchived || skillGroupId === props.value,
  );
  const choices = used.map(({ skillGroupId, name }) => ({ value: skillGroupId, label: name }));
  const isKnown = choices.some(({ value }) => value === props.value);
  const unknown = { value: SkillGroupId.parse(props.value), label: words.group(props.value) };
  return <ChoiceField {...props} choices={isKnown ? choices : [unknown, ...choices]} />;
}
