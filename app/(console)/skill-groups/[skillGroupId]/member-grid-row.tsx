"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, MouseEvent } from "react";
import { ProficiencyCell } from "@/app/(console)/skill-groups/[skillGroupId]/proficiency-cell";
import { readRowKey } from "@/app/(console)/skill-groups/[skillGroupId]/read-row-key";
import type { MemberRow } from "@/app/(console)/skill-groups/[skillGroupId]/use-member-edits";
import type { RowSelection } from "@/app/(console)/skill-groups/[skillGroupId]/use-row-selection";
import type { UserId } from "@/server/domain/identifiers";

interface MemberGridRowProps {
  row: MemberRow;
  place: number;
  editable: boolean;
  selection: RowSelection;
  onChange: (userIds: readonly UserId[], proficiency: number | null) => void;
  onGoTo: (place: number) => void;
}

export function MemberGridRow({ row, place, editable, selection, onChange, onGoTo }: MemberGridRowProps) {
  const t = useTranslations("skillGroups.members");
  const { userId, name, email, proficiency, isChanged } = row;
  const isSelected = selection.isSelected(userId);

  function press(event: KeyboardEvent) {
    const act = readRowKey(event, proficiency);
    if (!act) return;
    event.preventDefault();
    if (act.kind === "move") return onGoTo(Math.max(0, place + act.by));
    if (!editable) return;
    if (act.kind === "set") return onChange(selection.meantBy(userId), act.proficiency);
    if (act.kind === "toggle") return selection.toggle(userId, place);
    if (act.kind === "selectAll") return selection.selectAll();
    if (act.kind === "clear") return selection.clear();
    const next = Math.max(0, place + act.by);
    selection.extendTo(next);
    onGoTo(next);
  }

  function click(event: MouseEvent) {
    if (!editable) return;
    if (event.shiftKey) selection.extendTo(place);
    else selection.toggle(userId, place);
  }

  return (
    <tr
      tabIndex={place === selection.activePlace ? 0 : -1}
      aria-selected={editable ? isSelected : undefined}
      onFocus={() => selection.activate(userId)}
      onKeyDown={press}
      onClick={click}
      className={clsx(
        "h-9 border-t border-line [&>td]:px-3 focus-visible:-outline-offset-2",
        editable && "cursor-default select-none",
        isSelected ? "bg-selected" : "hover:bg-hover",
      )}
    >
      <td className="max-w-64 truncate font-medium">
        {name}
        {isChanged ? (
          <span className="ml-2 text-caption font-normal text-warning">{t("changed")}</span>
        ) : null}
      </td>
      <td className="max-w-72 truncate text-muted">{email ?? t("noEmail")}</td>
      <td>
        <ProficiencyCell
          name={name}
          proficiency={proficiency}
          editable={editable}
          onSet={(level) => onChange(selection.meantBy(userId), level)}
        />
      </td>
    </tr>
  );
}
