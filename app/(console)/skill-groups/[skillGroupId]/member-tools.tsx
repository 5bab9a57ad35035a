"use client";

import { ClipboardPaste, Copy, FileDown, Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { clipboardRowsOf, csvOf } from "@/app/_charts/csv";
import { saveFile } from "@/app/_components/save-file";
import { Button } from "@/app/_components/ui/button";
import { IconButton } from "@/app/_components/ui/icon-button";
import { toast } from "@/app/_components/ui/toast";
import type { useMemberEdits } from "@/app/(console)/skill-groups/[skillGroupId]/use-member-edits";

interface MemberToolsProps {
  /** The group's, for the name of the file. */
  name: string;
  edits: ReturnType<typeof useMemberEdits>;
  editable: boolean;
  pending: boolean;
  onPaste: () => void;
  onSave: () => void;
}

export function MemberTools({ name, edits, editable, pending, onPaste, onSave }: MemberToolsProps) {
  const t = useTranslations("skillGroups.members");
  const rows = [
    [t("columns.name"), t("columns.email"), t("columns.proficiency")],
    ...edits.rows.flatMap((row) =>
      row.proficiency === null ? [] : [[row.name, row.email ?? "", String(row.proficiency)]],
    ),
  ];

  async function copy() {
    try {
      await navigator.clipboard.writeText(clipboardRowsOf(rows));
      toast({ title: t("copied", { count: rows.length - 1 }) });
    } catch {
      // Without HTTPS, or when the reader says no, there is no clipboard.
      toast({ title: t("notCopied"), tone: "danger" });
    }
  }

  return (
    <>
      <IconButton label={t("copy")} onClick={copy}>
        <Copy aria-hidden />
      </IconButton>
      <IconButton
        label={t("export")}
        onClick={() => saveFile(new Blob([csvOf(rows)], { type: "text/csv" }), `${name}.csv`)}
      >
        <FileDown aria-hidden />
      </IconButton>
      {editable ? (
        <>
          <IconButton label={t("undo")} disabled={!edits.canUndo} onClick={edits.undo}>
            <Undo2 aria-hidden />
          </IconButton>
          <IconButton label={t("redo")} disabled={!edits.canRedo} onClick={edits.redo}>
            <Redo2 aria-hidden />
          </IconButton>
          <Button size="sm" onClick={onPaste}>
            <ClipboardPaste aria-hidden />
            {t("paste.open")}
          </Button>
          <Button
            size="sm"
            variant="primary"
            pending={pending}
            disabled={edits.changes.length === 0}
            onClick={onSave}
          >
            {t("save", { count: edits.changes.length })}
          </Button>
        </>
      ) : null}
    </>
  );
}
