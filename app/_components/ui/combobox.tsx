"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Input } from "@/app/_components/ui/input";

export interface Choice {
  value: string;
  label: string;
  /** Printed at the right edge: a count, a place. */
  aside?: ReactNode;
}

interface ComboboxProps {
  label: string;
  placeholder: string;
  /** Said when nothing matches what was typed. */
  emptyText: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (values: string[]) => void;
}

/** A searchable list, open where it stands, of which any number may be ticked. */
export function ComboboxList({ label, placeholder, emptyText, choices, chosen, onChoose }: ComboboxProps) {
  const value = choices.filter((choice) => chosen.includes(choice.value));
  return (
    <Base.Root
      multiple
      inline
      open
      items={choices}
      value={value}
      onValueChange={(next) => onChoose(next.map((choice) => choice.value))}
      isItemEqualToValue={(one, other) => one.value === other.value}
    >
      <Base.Input aria-label={label} placeholder={placeholder} render={<Input autoComplete="off" />} />
      <Base.Empty className="px-2 py-3 text-table text-muted empty:p-0">{emptyText}</Base.Empty>
      <Base.List aria-label={label} className="mt-2 max-h-64 overflow-y-auto empty:mt-0">
        {(choice: Choice) => (
          <Base.Item
            key={choice.value}
            value={choice}
            className="flex h-8 cursor-default select-none items-center gap-2 rounded-md px-2 text-body outline-none data-highlighted:bg-hover"
          >
            <span className="inline-flex size-4 text-accent">
              <Base.ItemIndicator>
                <Check aria-hidden className="size-4" />
              </Base.ItemIndicator>
            </span>
            <span className="flex-1 truncate">{choice.label}</span>
            {choice.aside === undefined ? null : (
              <span className="text-caption text-muted">{choice.aside}</span>
            )}
          </Base.Item>
        )}
      </Base.List>
    </Base.Root>
  );
}
