"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import type { HoursValues } from "@/app/(console)/skill-groups/[skillGroupId]/hours-values";
import { datesBetween } from "@/server/domain/routing/hours-calendar";
import { readOpenings } from "@/server/domain/routing/opening-words";

const noDays = { from: "", until: "", name: "", openings: "" };

/** Several days of one holiday are added at once. */
export function AddSpecialDays({ onAdd }: { onAdd: (days: HoursValues["specialDays"]) => void }) {
  const t = useTranslations("skillGroups");
  const [typed, setTyped] = useState(noDays);
  const { from, until, openings } = typed;
  const name = typed.name.trim();
  const dates = datesBetween(from, until === "" ? from : until);
  const isComplete = dates.length > 0 && name !== "" && readOpenings(openings) !== null;

  function add() {
    if (!isComplete) return;
    onAdd(dates.map((on) => ({ on, name, openings })));
    setTyped(noDays);
  }

  function addOnEnter(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in one of its fields adds the days instead of saving the form.
    <div
      className="grid items-end gap-2 rounded-md bg-canvas p-3 sm:grid-cols-2 lg:grid-cols-[9rem_9rem_minmax(0,1fr)_minmax(0,1fr)_auto] xl:grid-cols-2"
      onKeyDown={addOnEnter}
    >
      <Field label={t("special.from")}>
        <Input
          type="date"
          value={from}
          onChange={(event) => setTyped({ ...typed, from: event.target.value })}
        />
      </Field>
      <Field label={t("special.until")}>
        <Input
          type="date"
          value={until}
          onChange={(event) => setTyped({ ...typed, until: event.target.value })}
        />
      </Field>
      <Field label={t("special.newName")}>
        <Input
          autoComplete="off"
          maxLength={80}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
      </Field>
      <Field label={t("special.newOpenings")}>
        <Input
          autoComplete="off"
          placeholder={t("hours.closed")}
          value={openings}
          onChange={(event) => setTyped({ ...typed, openings: event.target.value })}
        />
      </Field>
      <Button disabled={!isComplete} onClick={add} className="justify-self-start">
        <Plus aria-hidden />
        {t("special.add", { count: dates.length })}
      </Button>
    </div>
  );
}
