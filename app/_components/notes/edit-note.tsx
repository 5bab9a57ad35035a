import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import type { CallNote } from "@/app/_components/notes/call-notes";
import { NoteBody } from "@/app/_components/notes/note-body";
import { NoteForm } from "@/app/_components/notes/note-form";
import { useDraft } from "@/app/_components/notes/use-draft";
import { Button } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";
import { refusalFrom } from "@/app/_trpc/refusal-from";
import type { CallId } from "@/server/domain/identifiers";

/** What the note says by now, when somebody (oneself, in another tab) was faster. */
interface Conflict {
  readonly revision: number;
  readonly body: string;
}

interface EditNoteProps {
  callId: CallId;
  note: CallNote;
  draftName: string;
  onSaved: (untold: readonly string[]) => void;
  /** The note stands there as it was again; what was typed is kept or dropped by then. */
  onClose: () => void;
}

export function EditNote({ callId, note, draftName, onSaved, onClose }: EditNoteProps) {
  const t = useTranslations("notes");
  const failureText = useFailureText();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const draft = useDraft({ name: draftName, initial: note.body, base: note.revision });

  const isChanged = draft.body !== note.body;

  function drop() {
    draft.drop();
    onClose();
  }

  async function save(body: string): Promise<string | null> {
    const revision = conflict?.revision ?? draft.base ?? note.revision;
    try {
      const { untold } = await trpc.notes.edit.mutate({ noteId: note.noteId, revision, body });
      drop();
      onSaved(untold);
      return null;
    } catch (error) {
      const refusal = refusalFrom(error);
      if (refusal?.reason !== "note_changed") return failureText(error);
      setConflict({ revision: Number(refusal.details["revision"]), body: String(refusal.details["body"]) });
      return null;
    }
  }

  return (
    <NoteForm
      callId={callId}
      label={t("edit")}
      submitLabel={conflict ? t("saveAnyway") : t("save")}
      draft={draft}
      onSubmit={save}
      onCancel={drop}
      cancelLabel={isChanged ? t("discard") : t("cancel")}
      onEscape={isChanged ? onClose : drop}
    >
      {conflict ? (
        <div role="alert" className="grid gap-2 rounded-md bg-warning-soft p-3">
          <p className="text-table font-medium">{t("changed")}</p>
          <NoteBody body={conflict.body} />
          <Button
            size="sm"
            className="justify-self-start"
            onClick={() => {
              drop();
              onSaved([]);
            }}
          >
            {t("takeTheirs")}
          </Button>
        </div>
      ) : null}
    </NoteForm>
  );
}
