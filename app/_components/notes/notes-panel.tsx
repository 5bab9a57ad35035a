"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import type { CallNote, CallNotes } from "@/app/_components/notes/call-notes";
import { NewNote } from "@/app/_components/notes/new-note";
import { NoteItem } from "@/app/_components/notes/note-item";
import { Button } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";
import type { CallId } from "@/server/domain/identifiers";

interface NotesPanelProps {
  callId: CallId;
  initial: CallNotes;
  /** Told after each change, for whoever counts notes. */
  onChange?: () => void;
}

/** The notes of one call: read, written, edited, pinned and deleted where they stand. */
export function NotesPanel({ callId, initial, onChange }: NotesPanelProps) {
  const t = useTranslations("notes");
  const format = useFormatter();
  const failureText = useFailureText();
  const [shown, setShown] = useState(initial);
  const [deleted, setDeleted] = useState<readonly CallNote[]>([]);
  const [untold, setUntold] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);

  /** Carries out a change, if any, and shows the notes as they are then. */
  async function change(act?: () => Promise<unknown>): Promise<boolean> {
    setFailure(null);
    try {
      await act?.();
      setShown(await trpc.notes.ofCall.query({ callId }));
      onChange?.();
      return true;
    } catch (error) {
      setFailure(failureText(error));
      return false;
    }
  }

  function saved(names: readonly string[]) {
    setUntold(names);
    void change();
  }

  async function remove(note: CallNote) {
    const { noteId } = note;
    if (await change(() => trpc.notes.delete.mutate({ noteId }))) setDeleted([note, ...deleted]);
  }

  async function putBack({ noteId }: CallNote) {
    const back = await change(() => trpc.notes.restore.mutate({ noteId }));
    if (back) setDeleted(deleted.filter((note) => note.noteId !== noteId));
  }

  return (
    <section aria-label={t("title")} className="grid content-start gap-3">
      <h2 className="text-section">
        {t("title")} <span className="font-normal text-muted">{shown.notes.length}</span>
      </h2>
      {shown.mayWrite ? (
        <NewNote callId={callId} draftsOf={shown.viewerId} kept={shown.draft} onWritten={saved} />
      ) : null}
      <div role="status" className="grid gap-2 empty:hidden">
        {untold.length > 0 ? (
          <p className="text-table text-warning">{t("untold", { names: format.list(untold, "row") })}</p>
        ) : null}
        {deleted.map((note) => (
          <p
            key={note.noteId}
            className="flex items-center justify-between rounded-md bg-hover px-3 text-table"
          >
            {t("deleted", { author: note.author })}
            <Button size="sm" variant="quiet" onClick={() => putBack(note)}>
              {t("undo")}
            </Button>
          </p>
        ))}
      </div>
      {failure ? (
        <p role="alert" className="text-table text-danger">
          {failure}
        </p>
      ) : null}
      {shown.notes.length === 0 ? (
        <p className="text-table text-muted">{shown.mayWrite ? t("emptyWritable") : t("empty")}</p>
      ) : (
        <ul className="grid">
          {shown.notes.map((note) => (
            <NoteItem
              key={note.noteId}
              callId={callId}
              note={note}
              draftsOf={shown.viewerId}
              onSaved={saved}
              onPin={() =>
                change(() => trpc.notes.pin.mutate({ noteId: note.noteId, pinned: note.pinnedAt === null }))
              }
              onDelete={() => remove(note)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
