"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Input } from "@/app/_components/ui/input";
import { MemberGridRow } from "@/app/(console)/skill-groups/[skillGroupId]/member-grid-row";
import { SetSelected } from "@/app/(console)/skill-groups/[skillGroupId]/set-selected";
import type { MemberRow } from "@/app/(console)/skill-groups/[skillGroupId]/use-member-edits";
import { useRowSelection } from "@/app/(console)/skill-groups/[skillGroupId]/use-row-selection";
import type { MemberChange } from "@/server/domain/skill-groups/skill-group";

interface MemberGridProps {
  rows: readonly MemberRow[];
  editable: boolean;
  onEdit: (changes: readonly MemberChange[]) => void;
}

function isShown(row: MemberRow, search: string, membersOnly: boolean): boolean {
  if (membersOnly && row.proficiency === null && !row.isChanged) return false;
  const wanted = search.trim().toLowerCase();
  return [row.name, row.email ?? ""].some((text) => text.toLowerCase().includes(wanted));
}

/** Agents × proficiency: one row has the keys, and several that are selected change together. */
export function MemberGrid({ rows, editable, onEdit }: MemberGridProps) {
  const t = useTranslations("skillGroups.members");
  const [search, setSearch] = useState("");
  const [membersOnly, setMembersOnly] = useState(!editable);
  const grid = useRef<HTMLTableElement>(null);
  const shown = rows.filter((row) => isShown(row, search, membersOnly));
  const selection = useRowSelection(shown);

  function change(userIds: readonly MemberChange["userId"][], proficiency: number | null) {
    if (editable) onEdit(userIds.map((userId) => ({ userId, proficiency })));
  }

  function goTo(place: number) {
    grid.current?.querySelectorAll<HTMLElement>("tbody tr")[place]?.focus();
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Input
          type="search"
          className="max-w-64"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Checkbox
          label={t("membersOnly")}
          checked={membersOnly}
          onChange={(event) => setMembersOnly(event.target.checked)}
        />
        {editable ? (
          <SetSelected
            count={selection.selected.length}
            onSet={(proficiency) => change(selection.selected, proficiency)}
            onClear={selection.clear}
          />
        ) : null}
      </div>
      {shown.length === 0 ? (
        <p className="py-6 text-center text-table text-muted">
          {rows.length === 0 ? t("noAgents") : t("noneShown")}
        </p>
      ) : (
        <div className="max-h-128 overflow-auto rounded-md border border-line">
          <table
            ref={grid}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the keys, as those of a grid do.
            role="grid"
            aria-label={t("title")}
            aria-multiselectable={editable || undefined}
            className="w-full border-collapse text-table"
          >
            <thead className="sticky top-0 z-10 bg-surface">
              <tr className="h-9 text-left text-muted [&>th]:px-3 [&>th]:font-medium">
                <th scope="col">{t("columns.name")}</th>
                <th scope="col">{t("columns.email")}</th>
                <th scope="col">{t("columns.proficiency")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row, place) => (
                <MemberGridRow
                  key={row.userId}
                  row={row}
                  place={place}
                  editable={editable}
                  selection={selection}
                  onChange={change}
                  onGoTo={goTo}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
