"use client";

import { clsx } from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { controlLook } from "@/app/_components/ui/control-look";

/** From this many choices on, the list can be searched. */
const searchableFrom = 12;

interface ChoiceListProps {
  name: string;
  label: string;
  chosen: readonly string[];
  choices: readonly { value: string; label: string; count?: number | undefined }[];
}

/** Boxes to tick, any number of them. What is ticked counts also while the search hides it. */
export function ChoiceList({ name, label, chosen, choices }: ChoiceListProps) {
  const t = useTranslations("ui");
  const [typed, setTyped] = useState("");
  const sought = typed.trim().toLocaleLowerCase();
  return (
    <fieldset className="grid content-start gap-1">
      <legend className="mb-1 text-table font-medium">{label}</legend>
      {choices.length >= searchableFrom ? (
        <input
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          aria-label={t("searchIn", { name: label })}
          placeholder={t("searchIn", { name: label })}
          className={clsx(controlLook, "h-7")}
        />
      ) : null}
      <div className="grid max-h-36 content-start [@media(height<50rem)]:max-h-28 overflow-y-auto rounded-md border border-line px-2 py-1">
        {choices.length === 0 ? <p className="py-1 text-table text-muted">{t("nothingToChoose")}</p> : null}
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            label={
              choice.count === undefined ? (
                choice.label
              ) : (
                <Counted label={choice.label} count={choice.count} />
              )
            }
            className={choice.label.toLocaleLowerCase().includes(sought) ? "" : "hidden"}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Counted({ label, count }: { label: string; count: number }) {
  const format = useFormatter();
  return (
    <>
      {label} <span className="text-caption text-muted tabular-nums">{format.number(count)}</span>
    </>
  );
}
