"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { useListedShortcut } from "@/app/_components/shell/use-shortcut";
import { Notice } from "@/app/_components/ui/notice";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { MemberGrid } from "@/app/(console)/skill-groups/[skillGroupId]/member-grid";
import { MemberTools } from "@/app/(console)/skill-groups/[skillGroupId]/member-tools";
import { PasteMembers } from "@/app/(console)/skill-groups/[skillGroupId]/paste-members";
import { Section } from "@/app/(console)/skill-groups/[skillGroupId]/section";
import type { ShownSkillGroup } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";
import { useMemberEdits } from "@/app/(console)/skill-groups/[skillGroupId]/use-member-edits";
import type { MemberChange } from "@/server/domain/skill-groups/skill-group";

interface MembersSectionProps {
  group: ShownSkillGroup;
  editable: boolean;
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea") !== null;
}

/** Who is in the group and how well they do; edits are kept here until they are saved all at once. */
export function MembersSection({ group, editable }: MembersSectionProps) {
  const t = useTranslations("skillGroups");
  const { skillGroupId, membersRevision: revision } = group;
  const edits = useMemberEdits(group);
  const [pasted, setPasted] = useState<string | null>(null);
  const save = useChange(
    (changes: MemberChange[]) => trpc.skillGroups.changeMembers.mutate({ skillGroupId, revision, changes }),
    {
      faultIn: "form",
      onDone(saved) {
        edits.markSaved(saved.revision);
        toast({ title: t("members.saved") });
      },
    },
  );
  useListedShortcut("mod+z");

  function takeBack(event: KeyboardEvent) {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!editable || !isUndo || isTextField(event.target)) return;
    event.preventDefault();
    if (event.shiftKey) edits.redo();
    else edits.undo();
  }

  function readPaste(event: ClipboardEvent) {
    if (!editable || isTextField(event.target)) return;
    event.preventDefault();
    setPasted(event.clipboardData.getData("text/plain"));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pastes of everything inside are heard here.
    <div onKeyDown={takeBack} onPaste={readPaste} data-unsaved={edits.changes.length > 0 || undefined}>
      <Section
        title={t("members.title")}
        aside={t("members.count", {
          count: edits.rows.filter(({ proficiency }) => proficiency !== null).length,
        })}
        actions={
          <MemberTools
            name={group.name}
            edits={edits}
            editable={editable}
            pending={save.pending || save.refreshing}
            onPaste={() => setPasted("")}
            onSave={() => save.send(edits.changes)}
          />
        }
      >
        {save.fault ? <Notice tone="danger" title={save.fault} /> : null}
        <MemberGrid rows={edits.rows} editable={editable} onEdit={edits.edit} />
      </Section>
      {pasted === null ? null : (
        <PasteMembers
          text={pasted}
          people={group.people}
          onChange={setPasted}
          onAdd={edits.edit}
          onClose={() => setPasted(null)}
        />
      )}
    </div>
  );
}
