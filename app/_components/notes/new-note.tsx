import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import type { CallNotes } from "@/app/_components/notes/call-notes";
import { NoteForm } from "@/app/_components/notes/note-form";
import { useDraft } from "@/app/_components/notes/use-draft";
import { trpc } from "@/app/_trpc/client";
import type { CallId } from "@/server/domain/identifiers";

interface NewNoteProps {
  callId: CallId;
  /** Names the person's drafts on this computer. */
  draftsOf: string;
  kept: CallNotes["draft"];
  /** The names of those whom the note mentions but who could not be told. */
  onWritten: (untold: readonly string[]) => void;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
}

export function NewNote({ callId, draftsOf, kept, onWritten, fieldRef }: NewNoteProps) {
  const t = useTranslations("notes");
  const failureText = useFailureText();
  const draft = useDraft({
    name: `${draftsOf}/call/${callId}`,
    initial: kept?.body ?? "",
    keep: (body) => trpc.notes.keepDraft.mutate({ callId, body }),
  });

  async function write(body: string): Promise<string | null> {
    await draft.settle();
    try {
      const { untold } = await trpc.notes.write.mutate({ callId, body });
      draft.drop();
      onWritten(untold);
      return null;
    } catch (error) {
      draft.write(body);
      return failureText(error);
    }
  }

  return (
    <NoteForm
      callId={callId}
      label={t("write")}
      submitLabel={t("save")}
      draft={draft}
      onSubmit={write}
      fieldRef={fieldRef}
    />
  );
}
