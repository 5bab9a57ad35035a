"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { proficiencies } from "@/server/domain/skill-groups/skill-group";

interface SetSelectedProps {
  count: number;
  onSet: (proficiency: number | null) => void;
  onClear: () => void;
}

/** One proficiency for every selected row; with none selected, how to select and edit by keys. */
export function SetSelected({ count, onSet, onClear }: SetSelectedProps) {
  const t = useTranslations("skillGroups.members");
  if (count === 0) return <p className="ml-auto text-caption text-muted">{t("keys")}</p>;
  return (
    <fieldset className="ml-auto flex flex-wrap items-center gap-1">
      <legend className="sr-only">{t("selected", { count })}</legend>
      <span aria-hidden className="mr-2 text-table font-medium">
        {t("selected", { count })}
      </span>
      {proficiencies.map((level) => (
        <Button key={level} size="sm" aria-label={t("setAll", { level })} onClick={() => onSet(level)}>
          {level}
        </Button>
      ))}
      <Button size="sm" onClick={() => onSet(null)}>
        {t("removeAll")}
      </Button>
      <Button size="sm" variant="quiet" onClick={onClear}>
        {t("clear")}
      </Button>
    </fieldset>
  );
}
