"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_components/ui/icon-button";
import { PlainSelect } from "@/app/_components/ui/plain-field";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { SortableList } from "@/app/(console)/rules/drafts/[draftId]/sortable-list";
import { useSortableItem } from "@/app/(console)/rules/drafts/[draftId]/use-sortable-item";
import type { UserId } from "@/server/domain/identifiers";

interface FixedOrderProps {
  agentIds: readonly UserId[];
  /** The agents of the group: those who are not in the order come after it. */
  members: readonly UserId[];
  onChange: (agentIds: UserId[]) => void;
}

/** Agents in the order in which they are asked. */
export function FixedOrder({ agentIds, members, onChange }: FixedOrderProps) {
  const t = useTranslations("ruleEditor.fixedOrder");
  const { words, isReadOnly } = useEditor();
  const unlisted = members.filter((member) => !agentIds.includes(member));

  function move(agentId: UserId, to: number) {
    const others = agentIds.filter((one) => one !== agentId);
    onChange(others.toSpliced(Math.max(0, to), 0, agentId));
  }

  return (
    <div className="grid gap-2">
      <SortableList ids={agentIds} onDrop={(moved, onto) => move(moved, agentIds.indexOf(onto))}>
        <ol aria-label={t("label")} className="rounded-md border border-line">
          {agentIds.map((agentId, index) => (
            <FixedPlace
              key={agentId}
              agentId={agentId}
              place={index + 1}
              onMove={(by) => move(agentId, index + by)}
              onRemove={
                isReadOnly || agentIds.length === 1 ? null : () => onChange(agentIds.toSpliced(index, 1))
              }
            />
          ))}
        </ol>
      </SortableList>
      {isReadOnly || unlisted.length === 0 ? null : (
        <PlainSelect
          label={t("unlisted", { count: unlisted.length })}
          value=""
          onChange={({ target }) => {
            const added = unlisted.find((agentId) => agentId === target.value);
            if (added) onChange([...agentIds, added]);
          }}
        >
          <option value="">{t("add")}</option>
          {unlisted.map((agentId) => (
            <option key={agentId} value={agentId}>
              {words.agent(agentId)}
            </option>
          ))}
        </PlainSelect>
      )}
    </div>
  );
}

interface FixedPlaceProps {
  agentId: UserId;
  place: number;
  onMove: (by: -1 | 1) => void;
  /** Null where one has to stay. */
  onRemove: (() => void) | null;
}

function FixedPlace({ agentId, place, onMove, onRemove }: FixedPlaceProps) {
  const t = useTranslations("ruleEditor.fixedOrder");
  const { words, isReadOnly } = useEditor();
  const name = words.agent(agentId);
  const sortable = useSortableItem({ id: agentId, label: t("move", { name }), isFixed: isReadOnly, onMove });
  return (
    <li
      {...sortable.item}
      className="flex items-center gap-1 border-line border-b bg-surface py-0.5 text-table first:rounded-t-md last:rounded-b-md last:border-b-0"
    >
      {sortable.handle}
      <span className="w-5 text-muted tabular-nums">{place}</span>
      <span className="min-w-0 flex-1 break-words">{name}</span>
      {onRemove ? (
        <IconButton label={t("remove", { name })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      ) : null}
    </li>
  );
}
