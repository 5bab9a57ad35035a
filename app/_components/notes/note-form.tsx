import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useId, useState } from "react";
import { NoteEditor } from "@/app/_components/notes/note-editor";
import type { useDraft } from "@/app/_components/notes/use-draft";
import { Button } from "@/app/_components/ui/button";
import type { CallId } from "@/server/domain/identifiers";
import { hasCardNumber, maskCardNumbers } from "@/server/domain/notes/card-number";
import { noteLengthMax } from "@/server/domain/notes/note-body";

interface NoteFormProps {
  callId: CallId;
  label: string;
  submitLabel: string;
  draft: ReturnType<typeof useDraft>;
  /** Saves the note; a failure comes back as a sentence. */
  onSubmit: (body: string) => Promise<string | null>;
  /** Gives up what was typed. */
  onCancel?: () => void;
  cancelLabel?: string;
  /** Leaves the field and keeps what was typed. */
  onEscape?: () => void;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  children?: ReactNode;
}

/** A note being written: its field, where the draft is, and why it cannot be saved. */
export function NoteForm({ draft, onSubmit, ...props }: NoteFormProps) {
  const t = useTranslations("notes");
  const statusId = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { body } = draft;
  const empty = body.trim() === "";
  const holdsCard = hasCardNumber(body);
  const left = noteLengthMax - body.length;

  async function submit() {
    if (saving || empty) return;
    setSaving(true);
    setFailure(await onSubmit(body));
    setSaving(false);
  }

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NoteEditor
        callId={props.callId}
        label={props.label}
        body={body}
        onWrite={(written) => {
          setFailure(null);
          draft.write(written);
        }}
        onSubmit={submit}
        invalid={failure !== null || holdsCard || left < 0}
        describedBy={statusId}
        {...(props.onEscape && { onEscape: props.onEscape })}
        {...(props.fieldRef && { fieldRef: props.fieldRef })}
      />
      {holdsCard ? (
        <p role="alert" className="text-table text-danger">
          {t("cardNumber")}{" "}
          <button
            type="button"
            className="font-medium text-accent underline"
            onClick={() => draft.write(maskCardNumbers(body))}
          >
            {t("maskCard")}
          </button>
        </p>
      ) : null}
      {failure ? (
        <p role="alert" className="text-table text-danger">
          {failure}
        </p>
      ) : null}
      {props.children}
      <div className="flex min-h-7 flex-wrap items-center gap-2">
        <p id={statusId} role="status" className="mr-auto text-caption text-muted">
          {left < 500 ? t("left", { count: left }) : null}
          {empty || left < 500 ? null : t(`draft.${draft.state === "idle" ? "kept" : draft.state}`)}
        </p>
        {props.onCancel ? (
          <Button size="sm" variant="quiet" onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
        ) : null}
        <Button
          type="submit"
          size="sm"
          variant="primary"
          pending={saving}
          disabled={empty || holdsCard || left < 0}
        >
          {props.submitLabel}
        </Button>
      </div>
    </form>
  );
}
