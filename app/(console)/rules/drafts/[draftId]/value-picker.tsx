"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { IconButton } from "@/app/_components/ui/icon-button";
import { PlainInput } from "@/app/_components/ui/plain-field";

interface ValuePickerProps {
  label: string;
  values: readonly (string | null)[];
  /** Values that calls have had or other rules name, with what readers call them. */
  suggestions: readonly { readonly value: string; readonly label: string }[];
  /** Not known may be chosen too. */
  isNullable: boolean;
  onChange: (values: readonly (string | null)[]) => void;
}

/** Any number of values, typed or chosen from those that there are. */
export function ValuePicker({ label, values, suggestions, isNullable, onChange }: ValuePickerProps) {
  const t = useTranslations("ruleEditor.question");
  const listId = useId();
  const [text, setText] = useState("");
  const words = values.filter((value) => value !== null);
  const labelOf = (value: string) => suggestions.find((one) => one.value === value)?.label ?? value;

  function add() {
    const typed = text.trim();
    const value = suggestions.find((one) => one.label === typed)?.value ?? typed;
    if (value !== "" && !values.includes(value)) onChange([...values, value]);
    setText("");
  }

  return (
    <div className="grid gap-1.5">
      <span className="flex items-end gap-1">
        <PlainInput
          label={label}
          className="flex-1"
          list={listId}
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || text.trim() === "") return;
            event.preventDefault();
            add();
          }}
        />
        <IconButton label={t("addValue")} onClick={add} className="mb-0.5">
          <Plus aria-hidden />
        </IconButton>
      </span>
      <datalist id={listId}>
        {suggestions
          .filter(({ value }) => !values.includes(value))
          .map((one) => (
            <option key={one.value} value={one.label} />
          ))}
      </datalist>
      {words.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {words.map((value) => (
            <li
              key={value}
              className="inline-flex h-6 items-center gap-1 rounded-sm bg-selected pr-0.5 pl-2 text-table"
            >
              {labelOf(value)}
              <button
                type="button"
                aria-label={t("removeValue", { value: labelOf(value) })}
                className="inline-flex size-5 items-center justify-center rounded-sm text-muted hover:text-ink"
                onClick={() => onChange(values.filter((one) => one !== value))}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {isNullable ? (
        <Checkbox
          label={t("orNotKnown")}
          checked={values.includes(null)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...values, null] : values.filter((one) => one !== null))
          }
        />
      ) : null}
    </div>
  );
}
