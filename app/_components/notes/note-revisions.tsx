import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFailureText } from "@/app/_components/failure-text";
import { Moment } from "@/app/_components/format/moment";
import { NoteBody } from "@/app/_components/notes/note-body";
import { trpc } from "@/app/_trpc/client";
import type { NoteId } from "@/server/domain/identifiers";

type Revisions = Awaited<ReturnType<typeof trpc.notes.revisions.query>>;

/** What a note said before its edits, read when it is asked for. */
export function NoteRevisions({ noteId }: { noteId: NoteId }) {
  const t = useTranslations("notes");
  const failureText = useFailureText();
  const [answer, setAnswer] = useState<{ revisions: Revisions } | { error: unknown } | null>(null);
  useEffect(() => {
    let current = true;
    trpc.notes.revisions.query({ noteId }).then(
      (revisions) => current && setAnswer({ revisions }),
      (error: unknown) => current && setAnswer({ error }),
    );
    return () => {
      current = false;
    };
  }, [noteId]);
  if (!answer) return <p className="text-caption text-muted">{t("loading")}</p>;
  if ("error" in answer) return <p className="text-table text-danger">{failureText(answer.error)}</p>;
  return (
    <ol aria-label={t("revisions")} className="grid gap-2 border-l-2 border-line pl-3">
      {answer.revisions.map(({ revision, body, writtenAt }) => (
        <li key={revision} className="text-muted">
          <p className="text-caption">
            {t("revision", { revision })} · <Moment at={writtenAt} />
          </p>
          <NoteBody body={body} />
        </li>
      ))}
    </ol>
  );
}
