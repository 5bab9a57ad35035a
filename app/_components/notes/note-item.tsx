import { Pin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Moment } from "@/app/_components/format/moment";
import type { CallNote } from "@/app/_components/notes/call-notes";
import { onDraftChange, readDraft } from "@/app/_components/notes/draft-store";
import { EditNote } from "@/app/_components/notes/edit-note";
import { NoteBody } from "@/app/_components/notes/note-body";
import { NoteRevisions } from "@/app/_components/notes/note-revisions";
import { Button } from "@/app/_components/ui/button";
import type { CallId } from "@/server/domain/identifiers";

interface NoteItemProps {
  callId: CallId;
  note: CallNote;
  draftsOf: string;
  onSaved: (untold: readonly string[]) => void;
  onPin: () => void;
  onDelete: () => void;
}

export function NoteItem({ callId, note, draftsOf, onSaved, onPin, onDelete }: NoteItemProps) {
  const t = useTranslations("notes");
  const draftName = `${draftsOf}/note/${note.noteId}`;
  const [opened, setOpened] = useState<boolean | null>(null);
  const [showsRevisions, setShowsRevisions] = useState(false);
  // An edit that was left unsaved by a reload or a crash stands open again; one that was left by Escape waits.
  const unsaved = useSyncExternalStore(
    onDraftChange,
    () => Boolean(readDraft(draftName)),
    () => false,
  );
  const editing = note.mayEdit && (opened ?? unsaved);
  const waits = note.mayEdit && unsaved && !editing;

  return (
    <li
      id={`note-${note.noteId}`}
      className="grid scroll-mt-6 gap-1.5 border-t border-line py-3 first:border-t-0 target:bg-mark"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-caption text-muted">
        {note.pinnedAt === null ? null : (
          <span className="inline-flex items-center gap-1 text-accent">
            <Pin aria-hidden className="size-3" />
            {t("pinned")}
          </span>
        )}
        <span className="font-medium text-ink">{note.author}</span>
        <Moment at={note.writtenAt} />
        {note.editedAt === null ? null : (
          <button
            type="button"
            aria-expanded={showsRevisions}
            className="underline decoration-dotted hover:text-ink"
            onClick={() => setShowsRevisions(!showsRevisions)}
          >
            {t("edited")}
          </button>
        )}
      </p>
      {editing ? (
        <EditNote
          callId={callId}
          note={note}
          draftName={draftName}
          onSaved={onSaved}
          onClose={() => setOpened(false)}
        />
      ) : (
        <NoteBody body={note.body} />
      )}
      {waits ? <p className="text-caption text-warning">{t("unsaved")}</p> : null}
      {showsRevisions ? <NoteRevisions key={note.revision} noteId={note.noteId} /> : null}
      {editing ? null : (
        <NoteActions
          note={note}
          editLabel={waits ? t("resume") : t("edit")}
          onEdit={() => setOpened(true)}
          onPin={onPin}
          onDelete={onDelete}
        />
      )}
    </li>
  );
}

interface NoteActionsProps extends Pick<NoteItemProps, "note" | "onPin" | "onDelete"> {
  editLabel: string;
  onEdit: () => void;
}

function NoteActions({ note, editLabel, onEdit, onPin, onDelete }: NoteActionsProps) {
  const t = useTranslations("notes");
  const actions = [
    { may: note.mayEdit, label: editLabel, act: onEdit },
    { may: note.mayPin, label: note.pinnedAt === null ? t("pin") : t("unpin"), act: onPin },
    { may: note.mayDelete, label: t("delete"), act: onDelete },
  ];
  return (
    <div className="-ml-2 flex gap-1">
      {actions
        .filter(({ may }) => may)
        .map(({ label, act }) => (
          <Button key={label} size="sm" variant="quiet" onClick={act}>
            {label}
          </Button>
        ))}
    </div>
  );
}
