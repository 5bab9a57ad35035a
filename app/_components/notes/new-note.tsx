import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import type { CallNotes } from "@/app/_components/notes/call-notes";
import { NoteForm } from "@/app/_components/notes/note-form";
import { useDraft } from "@/app/_components/notes/use-draft";
import { useListedShortcut, useShortcut } from "@/app/_components/shell/use-shortcut";
import { trpc } from "@/app/_trpc/client";
import type { CallId } from "@/server/domain/identifiers";

interface NewNoteProps {
  callId: CallId;
  /** Names the person's drafts on this computer. */
  draftsOf: string;
  kept: CallNotes["draft"];
  /** The names of those whom the note mentions but who could not be told. */
  onWritten: (untold: readonly string[]) => void;
}

/** Where a note is begun, also with `N`. */
export function NewNote({ callId, draftsOf, kept, onWritten }: NewNoteProps) {
  const t = useTranslations("notes");
  const failureText = useFailureText();
  const field = useRef<HTMLTextAreaElement>(null);
  useShortcut("n", () => field.current?.focus());
  useListedShortcut("mod+Enter");
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
      fieldRef={field}
    />
  );
}
