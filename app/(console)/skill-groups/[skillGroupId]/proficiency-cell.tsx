"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { proficiencies } from "@/server/domain/skill-groups/skill-group";

interface ProficiencyCellProps {
  /** Whose it is. */
  name: string;
  proficiency: number | null;
  editable: boolean;
  onSet: (proficiency: number | null) => void;
}

const stepLook = "h-6 w-7 rounded-sm text-caption tabular-nums";

/** Five steps, filled up to the one somebody has. Its buttons are for the pointer: keys work on the whole row. */
export function ProficiencyCell({ name, proficiency, editable, onSet }: ProficiencyCellProps) {
  const t = useTranslations("skillGroups.members");
  if (!editable) return proficiency === null ? t("notIn") : proficiency;
  return (
    <span className="flex items-center gap-0.5">
      {proficiencies.map((level) => (
        <button
          key={level}
          type="button"
          tabIndex={-1}
          aria-label={t("setOne", { name, level })}
          aria-pressed={proficiency === level}
          onClick={(event) => {
            event.stopPropagation();
            onSet(level);
          }}
          className={clsx(
            stepLook,
            proficiency === level && "bg-accent font-semibold text-on-accent",
            proficiency !== null && level < proficiency && "bg-selected text-ink",
            (proficiency === null || level > proficiency) && "text-muted hover:bg-hover hover:text-ink",
          )}
        >
          {level}
        </button>
      ))}
      <button
        type="button"
        tabIndex={-1}
        aria-label={t("removeOne", { name })}
        disabled={proficiency === null}
        onClick={(event) => {
          event.stopPropagation();
          onSet(null);
        }}
        className="ml-1 inline-flex size-6 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink disabled:invisible"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
